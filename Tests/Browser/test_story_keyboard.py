"""The same story with the keyboard alone: no click, no pointer."""

import re

from playwright.sync_api import expect
from support.expectations import (
    count_on_server,
    expect_all_imported,
    expect_count,
    expect_export,
    expect_hits,
    expect_other_query,
    expect_query,
    query_of,
)
from support.keyboard import tab_to
from support.pictures import ten_photos
from support.program import ADMINISTRATOR


def type_text(page, text):
    page.keyboard.type(text)


def test_a_new_user_with_the_keyboard(new_atlas, visit, trip, tmp_path):
    files = ten_photos(trip, tmp_path / "holiday")
    context = visit(new_atlas)
    page = context.new_page()
    make_administrator(page, new_atlas.code)
    upload(page, files)
    search_by_typing(page)
    filter_with_chips(page)
    brush_dates(page)
    draw_a_circle(page)
    look_at_a_photo(page)
    follow_a_bar(page)
    export_the_table(page)
    sign_out(page)


def make_administrator(page, code):
    page.goto("/")
    name, password = ADMINISTRATOR
    expect(page.get_by_label("One-time code")).to_be_focused()
    type_text(page, code)
    tab_to(page, "^Your name")
    type_text(page, name)
    tab_to(page, "^Password")
    type_text(page, password)
    tab_to(page, "^Repeat password")
    type_text(page, password)
    page.keyboard.press("Enter")
    page.wait_for_url("/")


def upload(page, files):
    # Playwright begins to catch dialogs a little after it is asked to: ask early.
    page.on("filechooser", lambda _: None)
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url(re.compile("/import$"))
    tab_to(page, "^Choose photos")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(files)
    expect_all_imported(page)
    tab_to(page, "View photos")
    page.keyboard.press("Enter")
    expect_count(page, 9)


def search_by_typing(page):
    """A class AND NOT another one, in the search box."""
    page.keyboard.press("/")
    type_text(page, "cup and not bed")
    page.keyboard.press("Enter")
    expect_count(page, 1)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect_count(page, 9)


def filter_with_chips(page):
    tab_to(page, r"^cup\b")
    page.keyboard.press("Enter")
    expect_count(page, 2)
    tab_to(page, "^Without$", backwards=True)
    page.keyboard.press("Space")
    tab_to(page, r"^bed\b")
    page.keyboard.press("Space")
    expect_count(page, 1)
    # The clauses stand above the photos, behind the filters.
    tab_to(page, "^Clear all$")
    page.keyboard.press("Enter")
    expect_count(page, 9)


def brush_dates(page):
    page.keyboard.press("/")
    tab_to(page, "^From month$")
    page.keyboard.press("ArrowRight")
    tab_to(page, "^To month$")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect_query(page, r"^2014-05\.\.2014-06$")
    expect_count(page, 5)


def draw_a_circle(page):
    page.keyboard.press("m")
    tab_to(page, "^Circle$")
    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#map")).to_be_focused()
    page.keyboard.press("Enter")
    expect_query(page, "near:")
    before = query_of(page)
    tab_to(page, "Radius of the circle")
    page.keyboard.press("PageUp")
    expect_other_query(page, before)
    hits = count_on_server(page, query_of(page))
    expect_count(page, hits)
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect_count(page, 9)


def look_at_a_photo(page):
    tab_to(page, "3 April 2014", most=200)
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Photo viewer")
    expect(viewer).to_contain_text("1 of 9")
    boxes = viewer.locator(".viewer-box:visible")
    page.keyboard.press("b")
    expect(boxes.first).to_be_visible()
    page.keyboard.press("b")
    expect(boxes).to_have_count(0)
    page.keyboard.press("f")
    expect_hits(page, "favourite", 1)
    page.keyboard.press("4")
    expect_hits(page, "rating = 4", 1)
    page.keyboard.press("Space")
    expect(viewer).to_contain_text("2 of 9", timeout=20_000)
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)


def follow_a_bar(page):
    """The bars are links in the table of each chart."""
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url(re.compile("/analysis"))
    expect(page.get_by_role("figure", name="Objects", exact=True)).to_be_visible()
    tab_to(page, "^As a table ?: ?Objects")
    page.keyboard.press("Enter")
    tab_to(page, "^cup$")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/\?q="))
    expect_count(page, 2)


def export_the_table(page):
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect_count(page, 9)
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url(re.compile("/table"))
    tab_to(page, "^Export$")
    page.keyboard.press("Enter")
    tab_to(page, "^CSV")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    expect_export(download.value)


def sign_out(page):
    tab_to(page, "account and settings")
    page.keyboard.press("Enter")
    tab_to(page, "^Sign out$")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/sign-in"))
