"""Pictures of every page, for looking at, and three for the README.

    screenshots.py FOLDER README_FOLDER
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from support.guard import CHROMIUM_ARGUMENTS
from support.programme import ADMINISTRATOR, CHROMIUM, Server, meridian, sample_trip

SIZES = {"wide": (1440, 900), "narrow": (390, 844)}
THEMES = ["light", "dark"]
PAGES = {
    "explore": "/?view=grid",
    "explore-map": "/?view=map",
    "explore-both": "/?view=both",
    "explore-filtered": "/?q=2014-06 and not cat&view=both",
    "explore-no-hits": "/?q=cat and giraffe",
    "photo": "/photo/{cat}",
    "import": "/import",
    "analysis": "/analysis",
    "table": "/table",
    "set-aside": "/set-aside",
    "account": "/account",
    "help": "/help",
    **{f"admin-{tab}": f"/admin#{tab}" for tab in (
        "users", "jobs", "models", "vocabulary", "storage", "backup", "health", "settings")},
}
README = {
    "explore": ("/?view=both", "light"),
    "photo": ("/photo/{cat}", "dark"),
    "analysis": ("/analysis", "light"),
}
README_BYTES = 200_000


def settle(page):
    """Until the page is quiet. The stream of events never ends, so there is no network idle."""
    page.wait_for_load_state("load")
    page.wait_for_timeout(1500)


def pages_of(browser, server, theme, size):
    width, height = size
    return browser.new_context(
        base_url=server.address, viewport={"width": width, "height": height}, color_scheme=theme)


def sign_in(context):
    name, password = ADMINISTRATOR
    token = context.request.get("/api/v1/session").json()["csrf"]
    context.request.post("/api/v1/session", data={"name": name, "password": password},
                         headers={"X-CSRF-Token": token})


def first_visit(browser, server, folder):
    for theme in THEMES:
        for size_name, size in SIZES.items():
            context = pages_of(browser, server, theme, size)
            page = context.new_page()
            page.goto("/")
            settle(page)
            page.screenshot(path=folder / f"welcome-{size_name}-{theme}.png")
            context.close()


def fill(server):
    """What a library in use has: marks, saved searches, another user."""
    client = server.set_up()
    photos = client.get("photos", q="", offset=0, limit=50, fields="grid")["photos"]
    for place, photo in enumerate(photos):
        if place % 4 == 0:
            client.send("PUT", f"photos/{photo['id']}/favourite", {"favourite": True})
        client.send("PUT", f"photos/{photo['id']}/rating", {"stars": place * 7 % 6})
    client.send("PUT", "searches/Cats", {"query": "cat"})
    client.send("POST", "users", {"name": "Grace", "role": "editor", "password": "another long one"})
    return client.get("photos", q="cat", offset=0, limit=1, fields="grid")["photos"][0]["id"]


def every_page(browser, server, folder, cat):
    for theme in THEMES:
        for size_name, size in SIZES.items():
            context = pages_of(browser, server, theme, size)
            page = context.new_page()
            page.goto("/sign-in")
            settle(page)
            page.screenshot(path=folder / f"sign-in-{size_name}-{theme}.png")
            sign_in(context)
            for name, path in PAGES.items():
                # A new page for each: an address that differs after # alone would not load again.
                page = context.new_page()
                page.goto(path.format(cat=cat))
                settle(page)
                page.screenshot(path=folder / f"{name}-{size_name}-{theme}.png")
                page.close()
            context.close()


def for_readme(browser, server, folder, cat):
    for name, (path, theme) in README.items():
        context = pages_of(browser, server, theme, (1280, 800))
        sign_in(context)
        page = context.new_page()
        page.goto(path.format(cat=cat))
        settle(page)
        for quality in (85, 75, 65, 55, 45):
            picture = page.screenshot(type="jpeg", quality=quality)
            if len(picture) <= README_BYTES:
                break
        (folder / f"{name}.jpg").write_bytes(picture)
        context.close()


def main(folder, readme):
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        library = Path(temporary) / "library"
        meridian("add", sample_trip(Path(temporary) / "Peru and Bolivia"), "--library", library)
        server = Server(library)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        try:
            first_visit(browser, server, folder)
            cat = fill(server)
            every_page(browser, server, folder, cat)
            for_readme(browser, server, readme, cat)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
