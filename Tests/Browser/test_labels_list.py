"""The list of labels, and a label's examples and settings: by mouse and by keyboard, and what a viewer
sees. The library is made of discs and squares, so that a label can be learnt in a moment."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.client import Problem
from support.expectations import eventually
from support.keyboard import tab_until
from support.label_pictures import shape_names
from support.program import Server

# A name that would run, or be bold, were it ever taken for HTML.
HOSTILE = 'our <b>"tent"</b><img src=x onerror=alert(1)>'
LONG = "x" * 100
EACH = 12


class Studio:
    """A server with its library, and the pictures of both kinds by the server's ids."""

    def __init__(self, libraries, folder):
        discs, squares = shape_names(EACH)
        self.library = libraries.copy(
            f"shapes-{EACH}", [libraries.shapes(EACH)], folder / "library")
        self.server = Server(self.library)
        self.client = self.server.set_up()
        answer = self.client.get("photos", q="", order="oldest", offset=0, limit=100, fields="grid")
        ids = {photo["name"]: photo["id"] for photo in answer["photos"]}
        self.discs = [ids[name] for name in discs]
        self.squares = [ids[name] for name in squares]
        self.server.add_viewer(self.client)

    def make(self, name, yes=0, no=0):
        """A label about whole photos; so many discs are answered yes, and so many squares no."""
        label = self.client.send("POST", "labels", {"name": name, "class": None})
        for ids, answer in [(self.discs[:yes], True), (self.squares[:no], False)]:
            marks = [{"photo": photo, "box": None} for photo in ids]
            if marks:
                self.client.send("POST", f"labels/{label['id']}/examples",
                                 {"marks": marks, "answer": answer, "origin": "page"})
        return label["id"]

    def train(self, label, seed=1):
        self.client.send("POST", f"labels/{label}/train", {"learner": "transfer", "seed": seed})
        jobs = self.client.wait_for_jobs()
        assert jobs[0]["state"] == "done", jobs[0]

    def label(self, label):
        return self.client.get(f"labels/{label}")

    def answers(self, label):
        found = self.label(label)
        return found["positives"], found["negatives"]


@pytest.fixture(scope="module")
def rooms(libraries, tmp_path_factory):
    studio = Studio(libraries, tmp_path_factory.mktemp("studio"))
    yield studio
    studio.server.stop()


@pytest.fixture
def studio(rooms):
    """The server without any label."""
    yield rooms
    for label in rooms.client.get("labels")["labels"]:
        rooms.client.send("DELETE", f"labels/{label['id']}")


@pytest.fixture
def look(studio, visit):
    """Opens a page of the server as an administrator, or as a viewer."""

    def open_page(path, viewer=False, **options):
        context = visit(studio.server, signed_in=True, viewer=viewer, **options)
        page = context.new_page()
        page.goto(path)
        return page

    return open_page


def card(page, name):
    return page.get_by_role("article", name=name, exact=True)


def tiles(page):
    return page.locator(".labels-example")


def pressed(tile):
    return tile.get_by_role("group").locator('[aria-pressed="true"]')


def message(page, text):
    return page.locator(".toast", has_text=text)


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_label_is_made_by_keyboard(studio, look):
    page = look("/labels")
    expect(page.get_by_role("heading", name="Teach Meridian a word of your own")).to_be_visible()
    tab_until(page, page.get_by_role("button", name="New label"))
    page.keyboard.press("Enter")
    name = page.get_by_label("Name")
    expect(name).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.get_by_text("Enter a name for the label")).to_be_visible()
    page.keyboard.type("x" * 101)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Shorten it to 100 or fewer")).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type("Dog")
    expect(page.get_by_text("label:Dog finds only the label")).to_be_visible()

    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Boxes of a class")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("dog")
    expect(page.get_by_label("Class", exact=True)).to_have_value("dog")
    tab_until(page, page.get_by_role("button", name="Create label"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/labels/*#mark")
    expect(page.get_by_role("heading", name="Dog", exact=True)).to_be_visible()
    made = studio.client.get("labels")["labels"][0]
    assert (made["name"], made["class"]) == ("Dog", "dog")

    # Whoever has no mouse gets back by the keys of all pages.
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(card(page, "Dog")).to_contain_text("Needs 8 yes and 8 no")


def test_names_are_judged_before_they_are_sent(studio, look):
    studio.make("our tent")
    page = look("/labels")
    page.get_by_role("button", name="New label").click()
    page.get_by_label("Name").fill("  OUR \t tent ")
    make = page.get_by_role("button", name="Create label")
    make.click()
    expect(page.get_by_text("A label called “our tent” already exists")).to_be_visible()
    page.get_by_label("Name").fill("me\u0007")
    make.click()
    expect(page.get_by_text("Names cannot contain control characters")).to_be_visible()
    page.get_by_label("Name").fill("abc \u202e cba")
    make.click()
    expect(page.get_by_text("text direction marks")).to_be_visible()
    assert len(studio.client.get("labels")["labels"]) == 1


def test_a_hostile_name_is_only_text(studio, look):
    label = studio.make(HOSTILE, yes=1, no=1)
    page = look("/labels")
    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    assert page.locator("main b").count() == 0
    page.goto(f"/labels/{label}#settings")
    page.get_by_role("button", name="Delete label").click()
    expect(page.get_by_role("heading", name=f"Delete “{HOSTILE}”?")).to_be_visible()
    page.get_by_role("button", name="Delete permanently").click()
    expect(message(page, HOSTILE)).to_be_visible()


def test_a_long_name_makes_no_page_wider(studio, look):
    label = studio.make(LONG, yes=2)
    page = look("/labels", width=390, height=844)
    expect(card(page, LONG)).to_be_visible()
    assert fits(page)
    for tab in ["mark", "train", "review", "examples", "settings"]:
        page.goto(f"/labels/{label}#{tab}")
        expect(page.get_by_role("tab", selected=True)).to_have_text(tab.capitalize())
        page.wait_for_timeout(300)
        assert fits(page), tab
    page.get_by_role("button", name="Delete label").click()
    assert fits(page)


def test_the_list_follows_a_training(studio, look):
    label = studio.make("disc", yes=EACH, no=EACH)
    page = look("/labels")
    expect(card(page, "disc")).to_contain_text("Ready to train")
    expect(card(page, "disc").get_by_role("link", name="Train disc")).to_be_visible()
    studio.client.send("POST", f"labels/{label}/train", {"learner": "transfer"})
    expect(card(page, "disc")).to_contain_text(re.compile("Training|Trained"))
    expect(card(page, "disc")).to_contain_text("transfer, training 1", timeout=120_000)
    expect(card(page, "disc")).to_contain_text(re.compile(r"F1 .*\d+ % \(\d+–\d+\)"))
    expect(card(page, "disc").get_by_role("link", name="Review disc")).to_be_visible()
    studio.client.wait_for_jobs()
    found = studio.label(label)["photos"]
    link = card(page, "disc").get_by_role("link", name=re.compile("in Explore$"))
    expect(link).to_have_text("1 photo" if found == 1 else f"{found} photos")
    link.click()
    expect(page.locator("#count")).to_have_text("1 photo" if found == 1 else f"{found} photos")


def test_a_training_that_failed_says_why(studio, look):
    label = studio.make("disc", yes=9, no=9)
    page = look("/labels")
    expect(card(page, "disc")).to_contain_text("Ready to train")
    # It needs twenty of each.
    studio.client.send("POST", f"labels/{label}/train", {"learner": "cnn3"})
    expect(card(page, "disc")).to_contain_text("Training failed", timeout=60_000)
    expect(card(page, "disc")).to_contain_text("needs at least 20 examples")


def test_examples_are_filtered_changed_and_taken_back(studio, look):
    label = studio.make("disc", yes=3, no=4)
    page = look(f"/labels/{label}#examples")
    expect(tiles(page)).to_have_count(7)
    page.get_by_role("button", name="Yes 3").click()
    expect(tiles(page)).to_have_count(3)
    page.get_by_role("button", name="No 4").click()
    expect(tiles(page)).to_have_count(4)

    # What does not fit the filter any more leaves it.
    tiles(page).first.get_by_role("button", name="yes", exact=True).click()
    expect(tiles(page)).to_have_count(3)
    expect(page.get_by_role("button", name="Yes 4")).to_be_visible()
    assert studio.answers(label) == (4, 3)
    message(page, "Answered yes").get_by_role("button", name="Undo").click()
    expect(tiles(page)).to_have_count(4)
    assert studio.answers(label) == (3, 4)

    page.get_by_role("button", name="All 7").click()
    expect(tiles(page)).to_have_count(7)
    first = tiles(page).first
    expect(pressed(first)).to_have_text("no")
    first.get_by_role("button", name="yes", exact=True).click()
    expect(pressed(first)).to_have_text("yes")
    expect(first).to_contain_text("on this page, just now")
    first.get_by_role("button", name=re.compile("^Remove the answer")).click()
    expect(tiles(page)).to_have_count(6)
    assert studio.answers(label) == (3, 3)
    for _ in range(2):
        page.get_by_role("button", name=re.compile("^Undo the last answer")).click()
        expect(page.get_by_role("button", name=re.compile("^Undo the last answer"))).to_be_enabled()
    eventually(page, lambda: studio.answers(label) == (3, 4))
    expect(tiles(page)).to_have_count(7)


def test_several_examples_at_once_by_keyboard(studio, look):
    label = studio.make("disc", yes=3, no=4)
    page = look(f"/labels/{label}#examples")
    expect(tiles(page)).to_have_count(7)
    tab_until(page, tiles(page).first.get_by_role("link"))
    page.keyboard.press("y")
    expect(pressed(tiles(page).first)).to_have_text("yes")
    page.keyboard.press("z")
    expect(pressed(tiles(page).first)).to_have_text("no")
    tiles(page).first.get_by_role("link").focus()
    page.keyboard.press("y")
    expect(pressed(tiles(page).first)).to_have_text("yes")
    for key in ["Space", "ArrowRight", "ArrowRight", "x", "ArrowLeft"]:
        page.keyboard.press(key)
    expect(tiles(page).nth(1).get_by_role("link")).to_be_focused()
    expect(page.get_by_text("2 examples selected")).to_be_visible()
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(6)
    # The keyboard goes on with the one that moved up.
    expect(tiles(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    take_away = page.get_by_role("button", name="Remove the answers of the selection")
    take_away.focus()
    page.keyboard.press("Enter")
    expect(tiles(page)).to_have_count(4)
    expect(page.get_by_label("Select all shown")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_text("4 examples selected")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    eventually(page, lambda: studio.answers(label) == (0, 4))


def test_a_picture_opens_the_viewer(studio, look):
    label = studio.make("disc", yes=3)
    page = look(f"/labels/{label}#examples")
    tiles(page).nth(1).get_by_role("link").click()
    expect(page.get_by_text("2 of 3", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tiles(page).nth(1).get_by_role("link")).to_be_focused()
    assert page.url.endswith(f"/labels/{label}#examples")


def test_examples_go_out_and_come_back_as_csv(studio, look, tmp_path):
    label = studio.make("disc", yes=3, no=4)
    page = look(f"/labels/{label}#examples")
    expect(tiles(page)).to_have_count(7)
    with page.expect_download() as download:
        page.get_by_role("link", name="Export CSV").click()
    text = Path(download.value.path()).read_bytes().decode()
    assert text.count("yes\r\n") == 3 and text.count("no\r\n") == 4, text

    page.get_by_label("Select all shown").check()
    page.get_by_role("button", name="Remove the answers of the selection").click()
    expect(page.get_by_role("heading", name="No examples yet")).to_be_visible()
    text += f"nonsense,a.jpg,,yes\r\n{'0' * 64},b.jpg,,yes\r\n{'0' * 64},c.jpg,,perhaps\r\n"
    choose(page, tmp_path / "some <i>examples.csv", text)
    dialog = page.get_by_role("dialog", name="Examples from a file")
    expect(dialog).to_contain_text("some <i>examples.csv")
    expect(dialog).to_contain_text("7 answers changed")
    expect(dialog).to_contain_text("Skipped 1 row: the photos are not in this library")
    rows = dialog.get_by_role("row")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("9")
    expect(rows.nth(1)).to_contain_text("not a SHA-256")
    expect(rows.nth(2)).to_contain_text("neither yes nor no")
    page.keyboard.press("Enter")
    expect(tiles(page)).to_have_count(7)
    assert studio.answers(label) == (3, 4)

    choose(page, tmp_path / "empty.csv", "\n")
    expect(message(page, "the file is empty")).to_be_visible()
    choose(page, tmp_path / "large.csv", f"{'0' * 64},a.jpg,,yes\n" * 30_000)
    expect(message(page, "the file is too large")).to_be_visible()


def choose(page, path, text):
    path.write_text(text, newline="")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import CSV").click()
    chooser.value.set_files(path)


def test_settings_rename_and_choose_the_threshold(studio, look):
    studio.make("square")
    label = studio.make("disc", yes=EACH, no=EACH)
    studio.train(label)
    page = look(f"/labels/{label}#settings")
    name = page.get_by_label("Label name")
    name.fill("SQUARE")
    page.keyboard.press("Enter")
    expect(page.get_by_text("A label called “square” already exists")).to_be_visible()
    name.fill("a round thing")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", name="a round thing")).to_be_visible()
    assert studio.label(label)["name"] == "a round thing"

    threshold = page.get_by_label("Threshold (%)")
    threshold.fill("101")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Enter a number from 0 to 100")).to_be_visible()
    threshold.fill("62.5")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Set by hand")).to_be_visible()
    assert studio.label(label)["threshold"] == 0.625
    page.get_by_role("button", name="Use proposed").click()
    expect(page.get_by_text("As proposed by the active version")).to_be_visible()
    assert not studio.label(label)["is_threshold_chosen"]


def test_versions_are_used_and_left_again(studio, look):
    label = studio.make("disc", yes=EACH, no=EACH)
    studio.train(label, seed=1)
    studio.train(label, seed=2)
    page = look(f"/labels/{label}#settings")
    rows = page.get_by_role("row")
    expect(rows).to_have_count(3)
    expect(page.get_by_role("row", name=re.compile("^2, transfer"))).to_contain_text("active")
    page.get_by_role("button", name="Use training 1, transfer").click()
    expect(page.get_by_role("row", name=re.compile("^1, transfer"))).to_contain_text("active")
    assert studio.label(label)["version"]["number"] == 1
    tab_until(page, page.get_by_role("button", name="Use previous version"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name=re.compile("^2, transfer"))).to_contain_text("active")
    assert studio.label(label)["version"]["number"] == 2


def test_a_deleted_label_leaves_no_trace(studio, look):
    name = "Quaxelblubber"
    label = studio.make(name, yes=EACH, no=EACH)
    studio.train(label)
    assert traces(studio, name)
    page = look(f"/labels/{label}#settings")
    tab_until(page, page.get_by_role("button", name="Delete label"))
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"{2 * EACH} examples")
    expect(dialog).to_contain_text("Photos are not affected")
    # Enter alone destroys nothing.
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    assert studio.label(label)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/labels")
    expect(message(page, f"“{name}” was deleted")).to_be_visible()
    expect(page.get_by_role("heading", name="Teach Meridian a word of your own")).to_be_visible()
    with pytest.raises(Problem) as answer:
        studio.label(label)
    assert answer.value.status == 404
    assert not traces(studio, name)
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(page.get_by_role("heading", name="Teach Meridian a word of your own")).to_be_visible()
    expect(message(page, name)).to_have_count(0)


def traces(studio, name):
    """The files of the library that hold the name."""
    files = [path for path in studio.library.rglob("*") if path.is_file()]
    return [path for path in files if name.encode() in path.read_bytes()]


def test_a_viewer_looks_and_changes_nothing(studio, look):
    page = look("/labels", viewer=True)
    expect(page.get_by_text("Editors and administrators can create labels")).to_be_visible()
    expect(page.get_by_role("button", name="New label")).to_have_count(0)
    label = studio.make("disc", yes=EACH, no=EACH)
    studio.train(label)
    page.goto("/labels")
    expect(card(page, "disc")).to_contain_text("Trained")
    expect(page.get_by_role("button", name="New label")).to_have_count(0)
    expect(card(page, "disc").get_by_role("link", name="Review disc")).to_have_count(0)

    page.goto(f"/labels/{label}#examples")
    expect(tiles(page)).to_have_count(2 * EACH)
    expect(tiles(page).first).to_contain_text("no")
    expect(tiles(page).get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("Undo|Import CSV"))).to_have_count(0)
    expect(page.get_by_role("link", name="Export CSV")).to_be_visible()
    page.keyboard.press("Tab")
    tiles(page).first.get_by_role("link").focus()
    page.keyboard.press("y")
    page.keyboard.press("Delete")
    assert studio.answers(label) == (EACH, EACH)

    page.goto(f"/labels/{label}#settings")
    expect(page.get_by_role("row", name=re.compile("^1, transfer"))).to_contain_text("active")
    expect(page.get_by_role("tabpanel").get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("Label name")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width, height", [(1440, 900), (390, 844)])
def test_axe_finds_nothing(studio, look, width, height, theme):
    page = look("/labels", width=width, height=height, theme=theme)
    found = []

    def check(what):
        page.wait_for_timeout(600)
        found.extend(f"{what}: {text}" for text in violations(page))
        if not fits(page):
            found.append(f"{what}: scrolls sideways")

    check("no label")
    page.get_by_role("button", name="New label").click()
    page.get_by_label("Boxes of a class").check()
    page.get_by_role("button", name="Create label").click()
    check("the dialog with an error")
    page.keyboard.press("Escape")
    label = studio.make("disc", yes=EACH, no=EACH)
    studio.train(label)
    studio.make(HOSTILE, yes=1)
    page.goto("/labels")
    check("the list")
    page.goto(f"/labels/{label}#examples")
    check("examples")
    page.get_by_label("Select all shown").check()
    check("all chosen")
    page.goto(f"/labels/{label}#settings")
    check("settings")
    page.get_by_role("button", name="Delete label").click()
    check("the dialog that deletes")
    page.goto("/help#labels")
    check("help")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [360, 390, 721, 800, 1081, 1201, 1440])
def test_the_navigation_has_room(studio, look, width):
    page = look("/labels", width=width, height=800)
    expect(page.get_by_role("link", name="Labels", exact=True)).to_have_attribute("aria-current", "page")
    cut = page.locator(".site-nav .nav-label").evaluate_all(
        "all => all.filter((it) => it.scrollWidth > it.clientWidth && it.clientWidth > 0).map((it) => it.textContent)")
    last = page.locator(".site-nav li").last.bounding_box()
    account = page.locator(".account-button").bounding_box()
    assert width <= 720 or last["x"] + last["width"] <= account["x"]
    assert not [text for text in cut if width <= 720] and fits(page)
