"""Marking what a label is taught by, one at a time and as tiles, and reviewing what it is unsure of."""

import re

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.expectations import eventually
from support.program import Server

# As many discs as squares; they come by turns, the first one is a disc.
OF_EACH = 24
ALL = 2 * OF_EACH


@pytest.fixture(scope="module")
def shapes(libraries, tmp_path_factory):
    """A server whose library holds pictures of discs and of squares; each test makes a label of its own."""
    photos = libraries.shapes(OF_EACH)
    library = tmp_path_factory.mktemp("shapes") / "library"
    server = Server(libraries.copy(f"shapes-{OF_EACH}", [photos], library))
    server.set_up()
    yield server
    server.stop()


def new_label(client, name, **about):
    return client.send("POST", "labels", {"name": name, **about})["id"]


def photo_ids(client):
    """The discs' and the squares' photos, each oldest first."""
    photos = client.get("photos", limit=ALL)["photos"]
    ids = [photo["id"] for photo in sorted(photos, key=lambda photo: photo["taken"])]
    return ids[0::2], ids[1::2]


def answers(client, label):
    """What was answered for each photo, or each box."""
    examples = client.get(f"labels/{label}/examples", limit=500)["examples"]
    return {(each["photo"]["id"], tuple(each["box"] or ())): each["answer"] for each in examples}


def answered(client, label, yes, no):
    """Waits until the server has just these answers for whole photos."""
    wanted = {(photo, ()): True for photo in yes} | {(photo, ()): False for photo in no}
    return lambda: answers(client, label) == wanted


def open_tab(context, label, tab="mark", search=""):
    page = context.new_page()
    page.goto(f"/labels/{label}{search}#{tab}")
    return page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def place(page, number):
    """The photo that is shown, as "Photo 3 of 48"."""
    expect(page.locator(".labels-where")).to_contain_text(f"Photo {number} of {ALL}")


def tiles(page):
    return page.get_by_role("option")


def message(page, text):
    return page.locator(".toast", has_text=text)


# One at a time


def test_one_key_for_each_answer(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "keys")
    discs, squares = photo_ids(client)
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 1)
    expect(page.get_by_text("Still needed before training: 8 yes and 8 no.")).to_be_visible()

    press(page, "y", "n")
    place(page, 3)
    tally = page.get_by_role("group", name="Answers so far")
    expect(tally).to_contain_text("1 yes")
    expect(tally).to_contain_text("1 no")
    eventually(page, answered(client, label, discs[:1], squares[:1]))
    # Skipped by either key: nothing is answered, and the next is shown.
    press(page, "s", "Space")
    place(page, 5)
    press(page, "ArrowLeft")
    place(page, 4)
    press(page, "ArrowRight", "y")
    place(page, 6)
    eventually(page, answered(client, label, [discs[0], discs[2]], squares[:1]))
    # Back to one that is answered: it says so, and can be answered anew.
    press(page, "ArrowLeft")
    place(page, 5)
    expect(page.locator(".labels-given")).to_have_text("Answered yes")
    press(page, "n")
    eventually(page, answered(client, label, discs[:1], [squares[0], discs[2]]))
    # Undo shows again what it takes back.
    press(page, "z")
    place(page, 5)
    expect(page.locator(".labels-given")).to_have_text("Answered yes")
    press(page, "Control+z", "z")
    place(page, 2)
    eventually(page, answered(client, label, discs[:1], []))


def test_fast_typing_loses_nothing(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "fast")
    discs, squares = photo_ids(client)
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 1)
    press(page, *["y", "n"] * OF_EACH)
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()
    eventually(page, answered(client, label, discs, squares))
    # The whole way on to training, with the keyboard alone.
    train = page.get_by_role("tabpanel").get_by_role("button", name="Train").last
    train.focus()
    press(page, "Enter")
    expect(page.get_by_role("tab", name="Train")).to_be_focused()
    assert page.url.endswith("#train")


def test_a_key_that_is_held_answers_once(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "held")
    discs, _ = photo_ids(client)
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 1)
    for _ in range(5):
        page.keyboard.down("y")
    page.keyboard.up("y")
    place(page, 2)
    eventually(page, answered(client, label, discs[:1], []))


def test_what_others_answered_meanwhile_is_told(shapes, visit):
    """Undo takes back the label's last answer; it must not seem to be one's own where it is not."""
    client = shapes.set_up()
    label = new_label(client, "others")
    discs, squares = photo_ids(client)
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 1)
    press(page, "y")
    eventually(page, answered(client, label, discs[:1], []))
    mark(client, label, squares[4:5], False)
    press(page, "z")
    expect(message(page, "Someone else had answered in the meantime")).to_be_visible()
    place(page, 2)
    eventually(page, answered(client, label, discs[:1], []))


def test_answers_of_before_are_left_out_and_can_be_undone(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "before")
    discs, squares = photo_ids(client)
    mark(client, label, discs[:1], True)
    mark(client, label, squares[:1], False)
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 3)
    page.get_by_label("Include answered").check()
    place(page, 1)
    expect(page.locator(".labels-given")).to_have_text("Answered yes")
    assert "answered=yes" in page.url
    page.get_by_label("Include answered").uncheck()
    place(page, 3)
    press(page, "z")
    expect(message(page, "Undid 1 answer.")).to_be_visible()
    place(page, 2)
    assert answers(client, label) == {(discs[0], ()): True}


def mark(client, label, ids, answer):
    body = {"ids": ids, "answer": answer, "origin": "grid"}
    client.send("POST", f"labels/{label}/examples/photos", body)


def test_photos_of_all_days_come_by_turns(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "mixed")
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 1)
    page.get_by_label("Mixed order").check()
    eventually(page, lambda: "order=mixed" in page.url)
    order = client.get(f"labels/{label}/photos", mixed="true", limit=3)["photos"]
    times = [each["photo"]["taken"] for each in order]
    assert times[0] < times[2] < times[1], times
    for number, each in enumerate(order):
        place(page, number + 1)
        expect(page.locator(f'.labels-picture img[src*="{each["photo"]["sha256"]}"]')).to_be_visible()
        press(page, "y")
    eventually(page, answered(client, label, [each["photo"]["id"] for each in order], []))
    page.reload()
    expect(page.get_by_label("Mixed order")).to_be_checked()
    place(page, 4)


def test_boxes_are_answered_one_by_one(studio, visit):
    client = studio.set_up()
    label = new_label(client, "my dog", **{"class": "dog"})
    page = open_tab(visit(studio, signed_in=True), label)
    expect(page.get_by_label("Photos", exact=True)).to_have_value("dog")
    where = page.locator(".labels-where")
    expect(where).to_have_text("Photo 1 of 1, box 1 of 2")
    expect(page.locator(".labels-picture .label-box")).to_have_count(2)
    expect(page.locator(".labels-picture .label-box.is-other")).to_have_count(1)
    expect(page.locator(".labels-cutting .label-crop")).to_be_visible()

    # By mouse; after a click the keyboard goes on at the picture, so that Space skips.
    page.get_by_role("button", name="Yes").click()
    expect(where).to_have_text("Photo 1 of 1, box 2 of 2")
    press(page, "Space")
    expect(page.get_by_role("heading", name="1 skipped, all others answered")).to_be_visible()
    page.get_by_role("button", name="Go through skipped ones").click()
    expect(where).to_have_text("Photo 1 of 1, box 2 of 2")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()
    eventually(page, lambda: sorted(answers(client, label).values()) == [False, True])
    boxes = client.get(f"labels/{label}/photos", q="dog")["photos"][0]["marks"]
    assert [box["answer"] for box in boxes] == [True, False]

    # Photos without any box, and no photo at all.
    ask(page, "beach or palace")
    expect(page.get_by_role("heading", name="No dog to answer")).to_be_visible()
    page.get_by_role("button", name="Photos with dog").click()
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()
    assert "q=" not in page.url
    ask(page, "giraffe")
    expect(page.get_by_role("heading", name="No photo matches")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Photos", exact=True)).to_have_value("dog")
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()


def ask(page, query):
    page.get_by_label("Photos", exact=True).fill(query)
    press(page, "Enter")


def test_a_query_that_is_not_understood_is_said_at_its_field(shapes, visit):
    context = visit(shapes, signed_in=True)
    context.guard.allow("status of 400")
    page = open_tab(context, new_label(shapes.set_up(), "asking"))
    place(page, 1)
    field = page.get_by_label("Photos", exact=True)
    ask(page, "cat and")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".labels-query .error")).not_to_be_empty()
    # A letter in the field is a letter, no answer.
    ask(page, "2014-06")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    place(page, 1)
    assert "q=2014-06" in page.url and page.url.endswith("#mark")
    field.focus()
    press(page, "End", "y")
    expect(field).to_have_value("2014-06y")
    expect(page.get_by_role("group", name="Answers so far")).to_contain_text("0 yes")


def test_an_answer_that_does_not_arrive_comes_back(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "lost")
    context = visit(shapes, signed_in=True)
    context.guard.allow("ERR_FAILED")
    page = open_tab(context, label)
    place(page, 1)
    page.route("**/examples", lambda route: route.abort())
    press(page, "y")
    expect(message(page, "The answer was not saved")).to_be_visible()
    place(page, 1)
    expect(page.locator(".labels-given")).to_be_hidden()
    page.unroute("**/examples")
    press(page, "y")
    place(page, 2)
    discs, _ = photo_ids(client)
    eventually(page, answered(client, label, discs[:1], []))


# As tiles


def test_many_tiles_by_mouse(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "tiles")
    discs, squares = photo_ids(client)
    page = open_tab(visit(shapes, signed_in=True), label)
    place(page, 1)
    page.get_by_role("button", name="Grid").click()
    expect(tiles(page)).to_have_count(ALL)
    assert "view=grid" in page.url and page.url.endswith("#mark")
    yes, no = (page.get_by_role("button", name=name, exact=True) for name in ("Yes", "No"))
    expect(yes).to_have_attribute("aria-disabled", "true")

    for index in (0, 2, 4):
        tiles(page).nth(index).click()
    expect(page.get_by_text("3 selected")).to_be_visible()
    yes.click()
    expect(tiles(page).nth(2)).to_have_accessible_name(re.compile("answered yes$"))
    eventually(page, answered(client, label, discs[:3], []))
    # From one to another, all that lies between.
    tiles(page).nth(5).click()
    tiles(page).nth(7).click(modifiers=["Shift"])
    expect(page.get_by_text("3 selected")).to_be_visible()
    tiles(page).nth(6).click()
    no.click()
    eventually(page, answered(client, label, discs[:3], squares[2:4]))
    page.get_by_role("button", name="Undo").click()
    eventually(page, answered(client, label, discs[:3], []))
    expect(tiles(page).nth(5)).not_to_have_accessible_name(re.compile("answered"))
    # The rest is what was not answered.
    page.get_by_role("button", name=f"Select the other {ALL - 3}").click()
    no.click()
    eventually(page, answered(client, label, discs[:3], [*squares, *discs[3:]]))
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="All answered")).to_be_visible()
    page.get_by_role("button", name="Show answered").click()
    expect(tiles(page)).to_have_count(ALL)


def test_tiles_wholly_by_keyboard(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "tiles by keyboard")
    discs, squares = photo_ids(client)
    page = open_tab(visit(shapes, signed_in=True), label, search="?view=grid")
    expect(tiles(page)).to_have_count(ALL)
    reach(page, tiles(page).first)
    # The one with the focus; then the next has it.
    press(page, "y")
    expect(tiles(page).nth(1)).to_be_focused()
    press(page, "n")
    eventually(page, answered(client, label, discs[:1], squares[:1]))
    expect(tiles(page).nth(2)).to_be_focused()
    press(page, "Space", "ArrowRight", "ArrowRight", "Space", "y")
    eventually(page, answered(client, label, discs[:3], squares[:1]))
    press(page, "ArrowLeft", "Shift+ArrowRight", "Shift+ArrowRight")
    expect(page.get_by_text("3 selected")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_text("None selected")).to_be_visible()
    press(page, "Home", "ArrowDown", "ArrowUp")
    expect(tiles(page).first).to_be_focused()
    press(page, "Control+a", "n")
    eventually(page, answered(client, label, discs[:3], [*squares, *discs[3:]]))
    press(page, "z")
    eventually(page, answered(client, label, discs[:3], squares[:1]))


def reach(page, target):
    """Goes to an element as those do who have no mouse."""
    for _ in range(60):
        if target.evaluate("it => it === document.activeElement"):
            return
        press(page, "Tab")
    raise AssertionError(f"Tab does not lead to {target}")


def test_the_keys_are_on_the_sheet(shapes, visit):
    page = open_tab(visit(shapes, signed_in=True), new_label(shapes.set_up(), "sheet"))
    place(page, 1)
    press(page, "?")
    sheet = page.get_by_role("dialog", name="Keyboard")
    expect(sheet.get_by_role("heading", name="Marking")).to_be_visible()
    # Behind the sheet nothing is answered.
    press(page, "y")
    press(page, "Escape")
    expect(page.get_by_role("group", name="Answers so far")).to_contain_text("0 yes")


# Reviewing


def trained(client, name):
    """A label that has learnt discs from eight of each."""
    label = new_label(client, name)
    discs, squares = photo_ids(client)
    mark(client, label, discs[:8], True)
    mark(client, label, squares[:8], False)
    client.send("POST", f"labels/{label}/train", {"learner": "transfer"})
    client.wait_for_jobs()
    return label


def test_review_asks_what_is_least_certain(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "nothing learnt")
    context = visit(shapes, signed_in=True)
    page = open_tab(context, label, "review")
    expect(page.get_by_role("heading", name="Not trained yet")).to_be_visible()
    page.get_by_role("tabpanel").get_by_role("button", name="Mark").click()
    place(page, 1)
    page.close()

    label = trained(client, "disc")
    doubts = client.get(f"labels/{label}/review", limit=200)["doubts"]
    assert len(doubts) == ALL - 16
    page = open_tab(context, label, "review")
    where = page.locator(".labels-where")
    expect(where).to_contain_text("Item 1")
    expect(page.locator(".labels-doubt")).to_contain_text(f"{doubts[0]['probability'] * 100:.1f} %")
    again = page.get_by_role("group", name="Training again")
    expect(again).to_contain_text("No new answers")
    expect(again.get_by_role("button")).to_have_count(0)

    press(page, "y", "Space", "n")
    expect(where).to_contain_text("Item 4")
    expect(again).to_contain_text("2 new answers since the last training.")
    press(page, "z")
    expect(where).to_contain_text("Item 3")
    expect(again).to_contain_text("1 new answer ")
    press(page, *["n"] * 9)
    expect(again).to_contain_text("Train again to get new ones.")
    expect(page.locator("[data-live=polite]")).to_contain_text("Item")
    first, skipped = doubts[0]["photo"]["id"], doubts[1]["photo"]["id"]
    eventually(page, lambda: len(answers(client, label)) == 16 + 10)
    given = answers(client, label)
    assert given[(first, ())] is True and (skipped, ()) not in given
    examples = client.get(f"labels/{label}/examples", limit=10)["examples"]
    assert {each["origin"] for each in examples} == {"review"}
    # What was answered is no doubt any more, also for those who come again.
    page.reload()
    expect(again).to_contain_text("10 new answers")
    expect(where).to_contain_text("Item 1")
    press(page, *["n"] * (ALL - 16 - 10))
    expect(page.get_by_role("heading", name="Nothing left to review")).to_be_visible()

    again.get_by_role("button", name="Train again").click()
    expect(page.get_by_role("tab", name="Train")).to_have_attribute("aria-selected", "true")
    client.wait_for_jobs()


def test_a_training_meanwhile_does_not_take_the_picture_away(shapes, visit):
    client = shapes.set_up()
    label = trained(client, "meanwhile")
    page = open_tab(visit(shapes, signed_in=True), label, "review")
    where = page.locator(".labels-where")
    expect(where).to_contain_text("Item 1")
    press(page, "s", "s")
    discs, squares = photo_ids(client)
    mark(client, label, discs[8:12], True)
    client.send("POST", f"labels/{label}/train", {"learner": "transfer"})
    client.wait_for_jobs()
    notice = page.get_by_text("The label was trained again")
    expect(notice).to_be_visible()
    expect(where).to_contain_text("Item 3")
    page.get_by_role("button", name="Reload").click()
    expect(where).to_contain_text("Item 1")
    expect(notice).to_have_count(0)


# For everybody


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width, height", [(1440, 900), (390, 844)])
def test_axe_finds_nothing_while_marking(shapes, visit, width, height, theme):
    client = shapes.set_up()
    label = new_label(client, f"axe {width} {theme}")
    learnt = next((each["id"] for each in client.get("labels")["labels"] if each["version"]), None)
    learnt = learnt or trained(client, "learnt for axe")
    context = visit(shapes, signed_in=True, width=width, height=height, theme=theme)
    found = []
    for number, search, tab, keys in [
        (label, "", "mark", []), (label, "", "mark", ["y", "ArrowLeft"]), (label, "?view=grid", "mark", []),
        (label, "?view=grid&answered=yes", "mark", ["n", "Space"]), (label, "?q=giraffe", "mark", []),
        (learnt, "", "review", []), (learnt, "", "review", ["y"]), (label, "", "review", []),
    ]:
        page = open_tab(context, number, tab, search)
        page.wait_for_timeout(700)
        press(page, *keys)
        page.wait_for_timeout(300)
        found += [f"{tab}{search} {keys}: {text}" for text in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{tab}{search}: scrolls sideways")
        page.close()
    assert not found, "\n".join(found)


def test_buttons_are_within_reach_of_a_thumb(shapes, visit):
    label = new_label(shapes.set_up(), "thumb")
    context = visit(shapes, signed_in=True, width=390, height=844, has_touch=True, is_mobile=True)
    page = open_tab(context, label)
    place(page, 1)
    for name in ("Yes", "No", "Skip", "Undo"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44, (name, box)
        assert 844 / 2 < box["y"] < 844 - 56 - box["height"], (name, box)
    page.get_by_role("button", name="Yes", exact=True).tap()
    place(page, 2)


def test_viewers_neither_mark_nor_review(shapes, visit):
    client = shapes.set_up()
    label = new_label(client, "for viewers")
    shapes.add_viewer(client)
    context = visit(shapes, viewer=True)
    page = open_tab(context, label)
    expect(page.get_by_role("tab", name="Train")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tab", name="Mark")).to_have_count(0)
    expect(page.get_by_role("tab", name="Review")).to_have_count(0)
