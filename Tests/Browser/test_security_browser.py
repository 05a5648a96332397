"""Hostile texts stay texts, sign-in leads nowhere else, and the session is out of scripts' reach."""

from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect
from support.exif import stamped
from support.pictures import damaged, trip_photos
from support.program import ADMINISTRATOR, Server, meridian

# Each would set `window.stolen` or open a dialog if it were taken for markup or script.
HOSTILE = [
    '<img src=x onerror=stolen=1>',
    '"><svg onload=stolen=1>',
    "';stolen=1;alert(1);'",
    "{{{stolen}}}<script>stolen=1<;script>",
]
PAGES = ["/", "/table", "/analysis", "/set-aside", "/import", "/account", "/admin#users",
         "/admin#jobs", "/admin#vocabulary", "/admin#storage", "/admin#health"]
HARM = """() => [
  typeof window.stolen !== 'undefined' && 'a script ran',
  document.querySelector('img[src="x"], svg[onload], script:not([src]), [onerror], [onload]')
    && 'a text became an element',
].filter(Boolean)"""


@pytest.fixture(scope="module")
def hostile_atlas(trip, tmp_path_factory):
    """A library in which everything that has a name has a hostile one."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / HOSTILE[0]).mkdir()
    photos = trip_photos(trip)
    for photo, text in zip(photos, HOSTILE, strict=False):
        (folder / HOSTILE[0] / f"{text}.jpg").write_bytes(stamped(photo.read_bytes(), text))
        (folder / f"{text} damaged.jpg").write_bytes(damaged(photo))
    library = tmp_path_factory.mktemp("library")
    meridian("add", folder, "--library", library)
    server = Server(library)
    client = server.set_up()
    for text in HOSTILE:
        client.send("PUT", f"searches/{quote(text, safe='')}", {"query": "person"})
        client.send("POST", "users", {"name": text, "role": "viewer", "password": "x" * 12})
        client.send("POST", "account/tokens", {"name": text, "scope": "read"})
    yield server
    server.stop()


@pytest.fixture
def page(hostile_atlas, visit):
    context = visit(hostile_atlas, signed_in=True)
    return context.new_page()


def look(page, path):
    page.goto(path)
    page.wait_for_timeout(800)
    assert page.evaluate(HARM) == [], path


@pytest.mark.parametrize("path", PAGES)
def test_hostile_names_are_shown_as_they_are(page, path):
    look(page, path)


def test_names_are_in_the_table(page):
    look(page, "/table")
    for text in HOSTILE:
        page.get_by_text(text, exact=False).first.wait_for()


def test_the_viewer_shows_hostile_cameras_and_names(hostile_atlas, page):
    client = hostile_atlas.set_up()
    for photo in client.get("photos", q="", offset=0, limit=10, fields="grid")["photos"]:
        look(page, f"/photo/{photo['id']}")


@pytest.mark.parametrize("path", ["/", "/table", "/analysis"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_searches(page, path, text):
    # Such a query is not understood, or there is no such name; the console reports the answer.
    page.context.guard.allow("status of 400")
    look(page, f"{path}?q={quote(text)}")
    look(page, f"{path}?q={quote('file:' + chr(34) + text.replace(chr(34), '') + chr(34))}")


def test_typing_a_hostile_search(page):
    page.context.guard.allow("status of 400")
    look(page, "/")
    field = page.get_by_role("combobox").or_(page.get_by_role("searchbox")).first
    for text in HOSTILE:
        field.fill(text)
        page.wait_for_timeout(400)
        assert page.evaluate(HARM) == []


def test_uploading_files_with_hostile_names(new_atlas, visit, trip):
    new_atlas.set_up()
    page = visit(new_atlas, signed_in=True).new_page()
    page.goto("/import")
    photos = trip_photos(trip)
    page.locator("#files-input").set_input_files([
        {"name": f"{text}.jpg", "mimeType": "image/jpeg", "buffer": photo.read_bytes()}
        for photo, text in zip(photos, HOSTILE, strict=False)
    ] + [{"name": f"{HOSTILE[0]} damaged.jpg", "mimeType": "image/jpeg", "buffer": damaged(photos[0])}])
    expect(page.get_by_label("Uploads", exact=True)).to_contain_text("4 imported", timeout=60_000)
    for text in HOSTILE:
        expect(page.get_by_text(text).first).to_be_visible()
    assert page.evaluate(HARM) == []


@pytest.mark.parametrize("target", [
    "//evil.example/", "https://evil.example/", "/\\evil.example/", "javascript:alert(1)",
    "/\t/evil.example", "%2F%2Fevil.example", "http:evil.example", "///evil.example",
])
def test_sign_in_leads_to_this_server_only(atlas, visit, target):
    context = visit(atlas)
    page = context.new_page()
    page.goto(f"/sign-in?next={quote(target)}")
    name, password = ADMINISTRATOR
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: not urlsplit(url).path.startswith("/sign-in"))
    assert page.url.startswith(atlas.address + "/")
    assert urlsplit(page.url).hostname == "127.0.0.1"


def test_the_session_is_new_after_signing_in_and_hidden_from_scripts(atlas, visit):
    context = visit(atlas)
    page = context.new_page()
    page.goto("/sign-in")
    before = {cookie["value"] for cookie in context.cookies()}
    name, password = ADMINISTRATOR
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(atlas.address + "/")
    cookies = context.cookies()
    assert cookies and all(c["httpOnly"] and c["sameSite"] in ("Lax", "Strict") for c in cookies)
    assert not before & {cookie["value"] for cookie in cookies}
    assert page.evaluate("document.cookie") == ""


def test_no_page_can_be_framed(atlas, visit):
    context = visit(atlas, signed_in=True)
    answer = context.request.get("/")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
