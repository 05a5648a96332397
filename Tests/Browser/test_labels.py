"""The whole life of a label, as the product promises it: mark 30 photos, train, look at the curve, choose
the threshold, filter, review ten, train again. Once with the mouse, once with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect
from support.expectations import count_on_server, eventually, expect_count, query_of
from support.keyboard import tab_to
from support.program import Server

# So many of each kind; one by one 30 are marked, in the grid twelve more: then cnn3 learns, too.
EACH, ONE_BY_ONE, IN_GRID, REVIEWED = 30, 30, 12, 10
# A training of both learners with the debug build on a busy machine.
LONG = 300_000


@pytest.fixture
def shapes(libraries, tmp_path):
    """A server whose library holds discs and squares by turns, a disc first, an hour apart."""
    photos = libraries.shapes(EACH)
    server = Server(libraries.copy(f"shapes-{EACH}", [photos], tmp_path / "library"))
    server.set_up()
    yield server
    server.stop()


def is_disc(photo):
    """The hour in the name says which: see shape_photos."""
    return hours_since_first(photo["name"]) % 2 == 0


def hours_since_first(name):
    month_day, hour = name[8:12], name[13:15]
    return (int(month_day[2:]) - 1) * 24 + int(hour) - 9


def label_of(page):
    return page.request.get("/api/v1/labels").json()["labels"][0]


def counts(page):
    label = label_of(page)
    return label["positives"], label["negatives"]


def doubts(page):
    """What Review asks about, in its order."""
    identifier = label_of(page)["id"]
    answer = page.request.get(f"/api/v1/labels/{identifier}/review", params={"limit": 50})
    return answer.json()["doubts"]


def expect_counts(page, yes, no):
    eventually(page, lambda: counts(page) == (yes, no))
    expect(page.get_by_role("group", name="Answers so far")).to_contain_text(f"{yes} yes")


def expect_next(page, done):
    """The thing that comes after `done` answers is shown."""
    expect(page.locator(".labels-where")).to_contain_text(f"Photo {done + 1} of {2 * EACH}")


def expect_live_curve(page):
    """The line of cnn3's loss grows while it learns."""
    running = page.locator(".labels-running")
    expect(running).to_contain_text("Training cnn3", timeout=LONG)
    points = running.locator(".labels-dot")
    eventually(page, lambda: points.count() >= 2, seconds=120)
    before = points.count()
    eventually(page, lambda: points.count() > before, seconds=120)


def expect_result(page, number):
    expect(page.get_by_role("heading", name=f"Result of training {number}")).to_be_visible(timeout=LONG)
    table = page.get_by_role("table", name="Measurements of each learner")
    expect(table.get_by_role("row", name=re.compile("^F1"))).to_be_visible()


def expect_found(page, label, at_least):
    """Explore shows what the label finds, and the counts agree."""
    hits = count_on_server(page, "label:disc")
    assert hits == label_of(page)["photos"] and hits >= at_least, hits
    expect_count(page, hits)


def the_slider(page):
    return page.get_by_role("slider", name="Predict yes from this probability on")


def test_with_the_mouse(shapes, visit):
    page = visit(shapes, signed_in=True).new_page()
    page.goto("/")
    page.get_by_role("link", name="Labels").click()
    page.get_by_role("button", name="New label").first.click()
    dialog = page.get_by_role("dialog", name="New label")
    dialog.get_by_label("Name").fill("disc")
    dialog.get_by_role("button", name="Create label").click()
    mark_by_clicks(page)
    mark_in_the_grid(page)
    page.get_by_role("group", name="Answers so far").get_by_role("button", name="Train").click()
    page.get_by_role("tabpanel", name="Train").get_by_role("button", name="Train", exact=True).click()
    expect_live_curve(page)
    expect_result(page, 1)
    choose_a_threshold(page)
    page.get_by_role("link", name=re.compile(r"^\d+ photos? at 40 %$")).click()
    page.wait_for_url(re.compile("q=label"))
    expect_found(page, "disc", at_least=EACH // 2)
    filter_by_a_chip(page)
    page.go_back()
    page.goto("/labels")
    page.get_by_role("link", name="Review").or_(page.get_by_role("button", name="Review")).first.click()
    answers = page.get_by_role("group", name="Answer")
    review(page, lambda is_yes: answers.get_by_role("button", name="Yes" if is_yes else "No").click())
    page.get_by_role("button", name="Train again").click()
    expect_result(page, 2)
    assert label_of(page)["version"]["number"] == 2


def mark_by_clicks(page):
    answer = page.get_by_role("group", name="Answer")
    for place in range(ONE_BY_ONE):
        expect_next(page, place)
        answer.get_by_role("button", name="Yes" if place % 2 == 0 else "No").click()
    expect_counts(page, 15, 15)
    # The last one is taken back and given again.
    answer.get_by_role("button", name="Undo").click()
    expect_counts(page, 15, 14)
    expect_next(page, ONE_BY_ONE - 1)
    answer.get_by_role("button", name="No").click()
    expect_counts(page, 15, 15)


def mark_in_the_grid(page):
    page.get_by_role("button", name="Grid").click()
    tiles = page.locator(".labels-grid [role=option]")
    expect(tiles).to_have_count(2 * EACH - ONE_BY_ONE)
    chosen = page.get_by_role("group", name="Selection")
    for first, answer in [(0, "Yes"), (1, "No")]:
        for place in range(first, IN_GRID, 2):
            tiles.nth(place).click()
        chosen.get_by_role("button", name=answer, exact=True).click()
    expect_counts(page, 21, 21)


def choose_a_threshold(page):
    expect(page.get_by_role("img", name=re.compile("^Precision against recall"))).to_be_visible()
    recall = page.locator('[data-figure="recall"]')
    the_slider(page).fill("99")
    at_most = recall.text_content()
    the_slider(page).fill("40")
    assert recall.text_content() != at_most
    page.get_by_role("button", name="Save threshold").click()
    eventually(page, lambda: label_of(page)["threshold"] == 0.4)


def filter_by_a_chip(page):
    """The label as a chip: away, and back with a press in the filter panel."""
    hits = count_on_server(page, "label:disc")
    page.goto("/")
    chips = page.locator(".chip-group", has=page.get_by_role("heading", name="Your labels"))
    chip = chips.get_by_role("button", name=re.compile("^disc"))
    expect(chip).to_contain_text(str(hits))
    chip.click()
    eventually(page, lambda: query_of(page) == "label:disc")
    expect_count(page, hits)


def review(page, give):
    expect(page.get_by_role("group", name="Answer")).to_be_visible()
    yes, no = counts(page)
    for photo in [doubt["photo"] for doubt in doubts(page)[:REVIEWED]]:
        expect(page.locator(f'.labels-picture img[src*="{photo["sha256"]}"]')).to_be_visible()
        give(is_disc(photo))
        yes, no = yes + is_disc(photo), no + (not is_disc(photo))
        eventually(page, lambda answered=(yes, no): counts(page) == answered)
    expect(page.get_by_text(f"{REVIEWED} new answers since the last training")).to_be_visible()


def test_with_the_keyboard(shapes, visit):
    page = visit(shapes, signed_in=True).new_page()
    page.goto("/")
    expect_count(page, 2 * EACH)
    page.keyboard.press("g")
    page.keyboard.press("l")
    page.wait_for_url(re.compile("/labels$"))
    expect(page.get_by_role("button", name="New label").first).to_be_visible()
    tab_to(page, "^New label")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="New label")).to_be_visible()
    page.keyboard.type("disc")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#mark$"))
    mark_by_keys(page)
    tab_to(page, "^Train$", backwards=True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Train")).to_be_focused()
    start = page.get_by_role("tabpanel", name="Train").get_by_role("button", name="Train", exact=True)
    expect(start).to_be_visible()
    tab_to(page, "^Train$")
    expect(start).to_be_focused()
    page.keyboard.press("Enter")
    expect_live_curve(page)
    expect_result(page, 1)
    threshold_by_keys(page)
    search_by_typing(page)
    review_by_keys(page)


def mark_by_keys(page):
    total = ONE_BY_ONE + IN_GRID
    for place in range(total):
        expect_next(page, place)
        page.keyboard.press("y" if place % 2 == 0 else "n")
    expect_counts(page, total // 2, total // 2)
    page.keyboard.press("z")
    expect_counts(page, total // 2, total // 2 - 1)
    page.keyboard.press("n")
    expect_counts(page, total // 2, total // 2)
    # Skipped, and back.
    expect_next(page, total)
    page.keyboard.press("s")
    expect_next(page, total + 1)
    page.keyboard.press("ArrowLeft")
    expect_next(page, total)


def threshold_by_keys(page):
    tab_to(page, "^Predict yes from")
    recall = page.locator('[data-figure="recall"]')
    page.keyboard.press("End")
    at_most = recall.text_content()
    page.keyboard.press("Home")
    assert recall.text_content() != at_most
    for _ in range(39):
        page.keyboard.press("ArrowRight")
    expect(the_slider(page)).to_have_value("40")
    tab_to(page, "^Save threshold")
    page.keyboard.press("Enter")
    eventually(page, lambda: label_of(page)["threshold"] == 0.4)


def search_by_typing(page):
    page.keyboard.press("g")
    page.keyboard.press("e")
    page.wait_for_url(re.compile("/$"))
    expect_count(page, 2 * EACH)
    page.keyboard.press("/")
    page.keyboard.type("disc @ 40%")
    page.keyboard.press("Enter")
    eventually(page, lambda: "disc @ 40" in query_of(page))
    expect_found(page, "disc", at_least=EACH // 2)


def review_by_keys(page):
    page.keyboard.press("Escape")
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("g")
    page.keyboard.press("l")
    page.wait_for_url(re.compile("/labels"))
    expect(page.get_by_role("heading", name="disc")).to_be_visible()
    tab_to(page, "^Review")
    page.keyboard.press("Enter")
    review(page, lambda is_yes: page.keyboard.press("y" if is_yes else "n"))
    tab_to(page, "^Train again", backwards=True)
    page.keyboard.press("Enter")
    expect_result(page, 2)
    assert label_of(page)["version"]["number"] == 2
