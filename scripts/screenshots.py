"""Pictures of every page, for looking at, and three for the README.

    screenshots.py FOLDER README_FOLDER
"""

import base64
import hashlib
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from support.file_server import FileServer
from support.guard import CHROMIUM_ARGUMENTS
from support.network import detector
from support.program import ADMINISTRATOR, CHROMIUM, Server, meridian, sample_trip

SIZES = {"wide": (1440, 900), "narrow": (390, 844)}
THEMES = ["light", "dark"]
PAGES = {
    "explore": "/?view=grid",
    "explore-map": "/?view=map",
    "explore-both": "/?view=both",
    "explore-circle": '/?q=near:"Cusco",120km&view=both',
    "explore-filters": "/?q=2014-06 and not cat&view=grid",
    "explore-no-hits": "/?q=cat and giraffe",
    "photo": "/photo/{photo}",
    "photo-boxes": "/photo/{photo}",
    "keys": "/",
    "labels": "/labels",
    **{f"label-{tab}": f"/labels/{{label}}#{tab}" for tab in (
        "mark", "train", "review", "examples", "settings")},
    "label-grid": "/labels/{label}?view=grid#mark",
    "import": "/import",
    "analysis": "/analysis",
    "analysis-what": "/analysis",
    "table": "/table",
    "set-aside": "/set-aside",
    "account": "/account",
    "help": "/help",
    "compare": "/compare",
    "compare-pictures": "/compare?class=cat&side=b",
    **{f"admin-{tab}": f"/admin#{tab}" for tab in (
        "users", "jobs", "models", "vocabulary", "changes", "storage", "backup", "health",
        "settings")},
}
# What is done on a page before its picture is taken.
STEPS = {
    "explore-filters": lambda page: narrow(page) and page.locator("#filter-button").click(),
    "photo-boxes": lambda page: page.keyboard.press("b"),
    "keys": lambda page: page.keyboard.press("?"),
    "analysis-what": lambda page: page.locator("#what-title").evaluate("it => it.scrollIntoView()"),
}
# The page, the theme and the size of each picture in the README.
README = {
    "explore": ("explore-both", "light", (1280, 800)),
    "photo": ("photo-boxes", "dark", (1280, 800)),
    "analysis": ("analysis-what", "light", (1280, 800)),
}
README_BYTES = 200_000


def narrow(page):
    return page.viewport_size["width"] < 1000


def open_context(browser, server, theme, size, signed_in=True):
    width, height = size
    context = browser.new_context(
        base_url=server.address, viewport={"width": width, "height": height}, color_scheme=theme)
    if signed_in:
        name, password = ADMINISTRATOR
        token = context.request.get("/api/v1/session").json()["csrf"]
        context.request.post("/api/v1/session", data={"name": name, "password": password},
                             headers={"X-CSRF-Token": token})
    return context


def open_page(context, path):
    """A page that is quiet. The stream of events never ends, so there is no network idle."""
    page = context.new_page()
    page.goto(path)
    page.wait_for_timeout(1500)
    return page


def show(context, name, shown):
    # A new page for each: an address that differs after # alone would not load again.
    page = open_page(context, PAGES[name].format(**shown))
    if name in STEPS:
        STEPS[name](page)
        page.wait_for_timeout(800)
    return page


def before_signing_in(browser, server, name, path, folder):
    for theme in THEMES:
        for size_name, size in SIZES.items():
            context = open_context(browser, server, theme, size, signed_in=False)
            open_page(context, path).screenshot(path=folder / f"{name}-{size_name}-{theme}.png")
            context.close()


def fill(server):
    """What a library in use has: marks, a saved search, a user, a backup, a job, labels.
    Gives the ids of a photo and of a label."""
    client = server.set_up()
    photos = client.get("photos", q="", offset=0, limit=50, fields="grid")["photos"]
    for place, photo in enumerate(photos):
        if place % 4 == 0:
            client.send("PUT", f"photos/{photo['id']}/favourite", {"favourite": True})
        client.send("PUT", f"photos/{photo['id']}/rating", {"stars": place * 7 % 6})
    client.send("PUT", "searches/Cats", {"query": "cat"})
    client.send("POST", "users", {"name": "Grace", "role": "editor", "password": "another long one"})
    client.send("POST", "backups", {})
    client.send("POST", "jobs", {"kind": "refresh", "folders": []})
    client.wait_for_jobs()
    add_second_model(client)
    photo = client.get("photos", q="bottle", offset=0, limit=1, fields="grid")["photos"][0]["id"]
    return {"photo": photo, "label": teach(client)}


def teach(client):
    """A label that has learnt, with some photos that were not answered yet, and one that has not.
    Gives the id of the first."""
    client.send("POST", "labels", {"name": "me", "class": "person"})
    label = client.send("POST", "labels", {"name": "in daylight"})["id"]
    for query, answer in [("light:day", True), ("not light:day", False)]:
        found = client.get("photos", q=query, offset=0, limit=50, fields="grid")["photos"]
        client.send("POST", f"labels/{label}/examples/photos", {
            "ids": [photo["id"] for photo in found[2:]], "answer": answer, "origin": "page"})
    client.send("POST", f"labels/{label}/train", {"learner": "transfer"})
    client.wait_for_jobs()
    return label


def add_second_model(client):
    """A network made by code, so that there is something to compare."""
    world = FileServer({"/cats.onnx": detector()})
    client.send("POST", "models/install", {
        "address": f"{world.address}/cats.onnx", "preset": "yolov8", "name": "Cats everywhere",
        "sha256": hashlib.sha256(detector()).hexdigest(), "licence": "Apache-2.0"})
    client.wait_for_installs()
    world.close()
    client.send("POST", "jobs", {"kind": "analyse_again", "model": "cats"})
    client.wait_for_jobs()


def every_page(browser, server, folder, shown):
    for theme in THEMES:
        for size_name, size in SIZES.items():
            context = open_context(browser, server, theme, size)
            for name in PAGES:
                page = show(context, name, shown)
                page.screenshot(path=folder / f"{name}-{size_name}-{theme}.png")
                page.close()
            context.close()


def for_readme(browser, server, folder, shown):
    for file, (name, theme, size) in README.items():
        context = open_context(browser, server, theme, size)
        (folder / f"{file}.webp").write_bytes(small_picture(show(context, name, shown)))
        context.close()


def small_picture(page):
    """As WebP, which only the browser's own tools make, in the best quality that is small enough."""
    tools = page.context.new_cdp_session(page)
    for quality in (90, 80, 70, 60, 50):
        answer = tools.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
        picture = base64.b64decode(answer["data"])
        if len(picture) <= README_BYTES:
            break
    return picture


def main(folder, readme):
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        library = Path(temporary) / "library"
        meridian("add", sample_trip(Path(temporary) / "Peru and Bolivia"), "--library", library)
        server = Server(library)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        try:
            before_signing_in(browser, server, "welcome", "/", folder)
            shown = fill(server)
            before_signing_in(browser, server, "sign-in", "/sign-in", folder)
            every_page(browser, server, folder, shown)
            for_readme(browser, server, readme, shown)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
