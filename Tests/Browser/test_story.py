"""A new user tries Meridian with the mouse, from the first visit to signing out."""

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
from support.pictures import ten_photos
from support.program import ADMINISTRATOR


def test_a_new_user_with_the_mouse(new_atlas, visit, trip, tmp_path):
    files = ten_photos(trip, tmp_path / "holiday")
    context = visit(new_atlas)
    page = context.new_page()
    make_administrator(page, new_atlas.code)
    upload(page, files)
    filter_by_what_is_in_them(page)
    brush_dates(page)
    draw_a_circle(page)
    look_at_a_photo(page)
    follow_a_bar(page)
    export_the_table(page)
    sign_out(page)


def make_administrator(page, code):
    page.goto("/")
    expect(page).to_have_url(re.compile("/welcome$"))
    name, password = ADMINISTRATOR
    page.get_by_label("One-time code").fill(code)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("Repeat password").fill(password)
    page.get_by_role("button", name="Create account").click()
    page.wait_for_url("/")
    expect(page.get_by_role("heading", name="No photos yet")).to_be_visible()


def upload(page, files):
    """Drags real files over the window, as the desktop does, and lets them go."""
    page.get_by_role("link", name="Import").click()
    # Nobody drops files on a page that is still being loaded; a program would.
    page.wait_for_url("**/import")
    page.wait_for_load_state("load")
    expect(page.get_by_text("No jobs yet")).to_be_visible()
    zone = page.locator("#drop-zone").bounding_box()
    point = {"x": zone["x"] + zone["width"] / 2, "y": zone["y"] + zone["height"] / 2}
    data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    tools = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        tools.send("Input.dispatchDragEvent", {"type": kind, **point, "data": data})
    expect_all_imported(page)
    page.get_by_role("link", name="View photos").click()
    expect_count(page, 9)


def filter_by_what_is_in_them(page):
    """A class, and not another one."""
    filters = page.get_by_role("complementary", name="Filters")
    filters.get_by_role("button", name=re.compile(r"^cup\b")).first.click()
    expect_count(page, 2)
    filters.get_by_role("button", name="Without", exact=True).first.click()
    filters.get_by_role("button", name=re.compile(r"^bed\b")).first.click()
    expect_count(page, 1)
    expect_query(page, r"^(coco:)?cup and not (coco:)?bed$")
    page.get_by_role("button", name="Clear all").click()
    expect_count(page, 9)
    filters.get_by_role("button", name="All of", exact=True).click()


def brush_dates(page):
    """From the second month of six to the third one."""
    chart = page.get_by_role("group", name="Photos per month")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    step = (box["width"] - 16) / 6
    middle = [box["x"] + 8 + step * (place + 0.5) for place in (1, 2)]
    page.mouse.move(middle[0], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(middle[1], box["y"] + 20, steps=5)
    page.mouse.up()
    expect_count(page, 5)
    expect_query(page, r"^2014-05\.\.2014-06$")


def draw_a_circle(page):
    """Beside the photos of Cusco, and then larger by its rim."""
    page.get_by_role("group", name="View").get_by_role("button", name="Both").click()
    circle = page.get_by_role("region", name="Map").get_by_role("button", name="Circle")
    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    circle.click()
    expect(circle).to_have_attribute("aria-pressed", "true")
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2 + 40, box["y"] + box["height"] / 2 + 60)
    expect_query(page, r"near:")
    before = query_of(page)
    rim = page.locator(".map-rim").bounding_box()
    middle = page.locator(".map-middle").bounding_box()
    start = (rim["x"] + rim["width"] / 2, rim["y"] + rim["height"] / 2)
    away = (start[0] - middle["x"], start[1] - middle["y"])
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + away[0] * 0.5, start[1] + away[1] * 0.5, steps=8)
    page.mouse.up()
    expect_other_query(page, before)
    hits = count_on_server(page, query_of(page))
    expect_count(page, hits)
    page.get_by_role("button", name="Clear all").click()
    expect_count(page, 9)
    page.get_by_role("group", name="View").get_by_role("button", name="Photos").click()


def look_at_a_photo(page):
    page.locator(".tile-link").first.click()
    viewer = page.get_by_role("dialog", name="Photo viewer")
    expect(viewer).to_contain_text("1 of 9")
    boxes = viewer.locator(".viewer-box:visible")
    expect(boxes).to_have_count(0)
    viewer.get_by_role("button", name="Boxes").click()
    expect(boxes.first).to_be_visible()
    viewer.get_by_role("button", name="Boxes").click()
    expect(boxes).to_have_count(0)
    favourite = viewer.get_by_role("button", name="Favourite")
    favourite.click()
    expect(favourite).to_have_attribute("aria-pressed", "true")
    expect_hits(page, "favourite", 1)
    viewer.get_by_role("button", name="Play the slideshow").click()
    expect(viewer).to_contain_text("2 of 9", timeout=20_000)
    viewer.get_by_role("button", name="Pause the slideshow").click()
    viewer.get_by_role("button", name="Close", exact=True).click()
    expect(viewer).to_have_count(0)


def follow_a_bar(page):
    page.get_by_role("link", name="Analysis").click()
    chart = page.get_by_role("figure", name="Objects", exact=True)
    chart.scroll_into_view_if_needed()
    bar = chart.locator(".bars .point path").first
    expect(bar).to_be_visible()
    # Plotly's layer for pointing lies over its bars.
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/\?q="))
    hits = count_on_server(page, query_of(page))
    assert 1 <= hits < 9
    expect_count(page, hits)


def export_the_table(page):
    page.goto("/table")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("CSV")).click()
    expect_export(download.value)


def sign_out(page):
    page.get_by_role("button", name=re.compile("account and settings")).click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile("/sign-in"))
    page.goto("/table")
    expect(page).to_have_url(re.compile(r"/sign-in\?next="))
