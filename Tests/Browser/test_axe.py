"""axe-core finds nothing on any page, in either theme, wide and narrow."""

import pytest
from support.axe import violations

TABS = ["users", "jobs", "models", "vocabulary", "changes", "storage", "backup", "health", "settings"]
SIGNED_IN = [
    "/", "/?q=cat", "/?q=giraffe", "/?q=cat+and", '/?q=near:"Cusco",100km&view=both', "/?view=map",
    "/import", "/analysis", "/table", "/labels", "/set-aside", "/account", "/help", "/compare",
    *(f"/admin#{tab}" for tab in TABS),
]
# What is open only after a key: the boxes and the information of the viewer, the sheet of keys,
# the filters.
KEYS = [("/photo/{photo}", "b"), ("/photo/{photo}", "i"), ("/", "?"), ("/table", "?"), ("/", "\\")]
SIZES = [(1440, 900), (390, 844)]
THEMES = ["light", "dark"]


def settle(page):
    """The page has its data: nothing is on its way, and nothing is moving."""
    page.wait_for_load_state("load")
    page.wait_for_timeout(1000)


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width, height", SIZES)
def test_pages_of_a_library(atlas, visit, width, height, theme):
    context = visit(atlas, signed_in=True, width=width, height=height, theme=theme)
    # A query that is not understood is answered with 400, which the console reports.
    context.guard.allow("status of 400")
    found = []
    photo = some_photo(context)
    for path, key in [(path, None) for path in SIGNED_IN] + [("/photo/{photo}", None)] + KEYS:
        page = context.new_page()
        page.goto(path.format(photo=photo))
        settle(page)
        if key:
            page.keyboard.press(key)
            page.wait_for_timeout(400)
        found += [f"{path} {key or ''}: {text}" for text in violations(page)]
        if not fits(page):
            found.append(f"{path}: scrolls sideways")
        page.close()
    assert not found, "\n".join(found)


def some_photo(context):
    answer = context.request.get("/api/v1/photos?q=cat&order=oldest&offset=0&limit=1&fields=grid")
    return answer.json()["photos"][0]["id"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width, height", SIZES)
def test_pages_before_signing_in(new_atlas, visit, width, height, theme):
    context = visit(new_atlas, width=width, height=height, theme=theme)
    page = context.new_page()
    page.goto("/")
    settle(page)
    assert page.url.endswith("/welcome")
    found = [f"/welcome: {text}" for text in violations(page)]
    new_atlas.set_up()
    page.goto("/")
    settle(page)
    assert "/sign-in" in page.url
    found += [f"/sign-in: {text}" for text in violations(page)]
    assert not found, "\n".join(found)
    assert fits(page)


@pytest.mark.parametrize("theme", THEMES)
def test_pages_of_an_empty_library(new_atlas, visit, theme):
    new_atlas.set_up()
    context = visit(new_atlas, signed_in=True, theme=theme)
    page = context.new_page()
    found = []
    for path in ["/", "/import", "/analysis", "/table", "/labels", "/set-aside"]:
        page.goto(path)
        settle(page)
        found += [f"{path}: {text}" for text in violations(page)]
    assert not found, "\n".join(found)
