"""Labels where photos are looked at: marking in the grid and in the viewer, a trained label among the
filters, and the job that teaches it. One library holds the sample trip, whose photos have persons and
dogs, and discs and squares, which can be learnt in a moment."""

import re

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.expectations import eventually, expect_count, expect_query, query_of
from support.label_pictures import shape_names
from support.program import Server

# A name that would run, or be bold, were it ever taken for HTML.
HOSTILE = 'our <b>"tent"</b><img src=x onerror=alert(1)>'
EACH = 24
# The discs and squares; a photo of one person; and one of two dogs, but nobody.
SHAPES = 'file:"/shapes/"'
PERSON, DOGS = "DSCN0008", "DSCN0016"


class Studio:
    """A server with its library, and the pictures by the server's ids."""

    def __init__(self, libraries, folder, trip):
        discs, squares = shape_names(EACH)
        self.server = Server(libraries.copy(
            "trip-and-shapes", [trip, libraries.shapes(EACH)], folder / "library"))
        self.client = self.server.set_up()
        answer = self.client.get("photos", limit=500)
        self.ids = {photo["name"]: photo["id"] for photo in answer["photos"]}
        self.count = answer["count"]
        self.discs = [self.ids[name] for name in discs]
        self.squares = [self.ids[name] for name in squares]
        self.server.add_viewer(self.client)

    def make(self, name, about=None):
        return self.client.send("POST", "labels", {"name": name, "class": about})["id"]

    def teach(self, name="disc"):
        """A label about whole photos that has learnt from all discs and squares."""
        label = self.make(name)
        for ids, answer in [(self.discs, True), (self.squares, False)]:
            self.client.send("POST", f"labels/{label}/examples/photos",
                             {"ids": ids, "answer": answer, "origin": "page"})
        self.client.send("POST", f"labels/{label}/train", {"learner": "transfer", "seed": 1})
        jobs = self.client.wait_for_jobs()
        assert jobs[0]["state"] == "done", jobs[0]
        return label

    def answers(self, label):
        found = self.client.get(f"labels/{label}")
        return found["positives"], found["negatives"]


@pytest.fixture(scope="module")
def rooms(libraries, trip, tmp_path_factory):
    studio = Studio(libraries, tmp_path_factory.mktemp("studio"), trip)
    yield studio
    studio.server.stop()


@pytest.fixture
def studio(rooms):
    """The server without any label."""
    yield rooms
    for label in rooms.client.get("labels")["labels"]:
        rooms.client.send("DELETE", f"labels/{label['id']}")


@pytest.fixture(scope="module")
def taught(libraries, trip, tmp_path_factory):
    """A server with a label that has learnt, for tests that mark nothing."""
    studio = Studio(libraries, tmp_path_factory.mktemp("taught"), trip)
    studio.label = studio.teach()
    studio.make(HOSTILE)
    studio.make("Rex", "dog")
    yield studio
    studio.server.stop()


def open_page(visit, studio, path, viewer=False, **options):
    context = visit(studio.server, signed_in=True, viewer=viewer, **options)
    page = context.new_page()
    page.goto(path)
    return page


def message(page, text):
    return page.locator(".toast", has_text=text)


def select(page, *places):
    for place in places:
        page.locator(".tile").nth(place).click(modifiers=["ControlOrMeta"])


def item(page, name, exact=True):
    return page.get_by_role("menuitem", name=name, exact=exact)


def panel(page):
    return page.get_by_role("complementary", name="Mark for a label")


def answer_of(page, box, word):
    return panel(page).get_by_role("group", name=box).get_by_role("button", name=word)


def has_focus(locator):
    expect(locator).to_be_focused()


# MARK: The grid


def test_marking_in_the_grid_by_mouse(studio, visit):
    label, hostile = studio.make("disc"), studio.make(HOSTILE)
    page = open_page(visit, studio, f"/?q={SHAPES}")
    expect_count(page, 2 * EACH)
    select(page, 0, 1, 3)
    page.get_by_role("button", name="Label …").click()
    item(page, "disc: yes").click()
    told = message(page, "3 photos marked as yes for “disc”.")
    expect(told).to_be_visible()
    assert studio.answers(label) == (3, 0)
    assert {example["origin"] for example in studio.client.get(f"labels/{label}/examples")["examples"]} == {"grid"}

    expect(told.get_by_role("link", name="Open the label")).to_have_attribute("href", f"/labels/{label}#examples")
    told.get_by_role("button", name="Undo").click()
    expect(message(page, "3 answers for “disc” are restored.")).to_be_visible()
    assert studio.answers(label) == (0, 0)

    page.get_by_role("button", name="Label …").click()
    item(page, f"{HOSTILE}: no").click()
    expect(message(page, f"3 photos marked as no for “{HOSTILE}”.")).to_be_visible()
    assert studio.answers(hostile) == (0, 3)
    page.get_by_role("button", name="Label …").click()
    item(page, f"{HOSTILE}: remove").click()
    expect(message(page, f"Removed answers for “{HOSTILE}”: 3 photos.")).to_be_visible()
    assert studio.answers(hostile) == (0, 0)


def test_marking_in_the_grid_by_keyboard(studio, visit):
    label, other = studio.make("disc"), studio.make("other")
    page = open_page(visit, studio, f"/?q={SHAPES}")
    expect_count(page, 2 * EACH)
    expect(page.locator(".tile.shown").first).to_be_visible()
    # Nothing is chosen: the photo with the focus is marked.
    page.keyboard.press("p")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    has_focus(item(page, "disc: yes"))
    page.keyboard.press("y")
    expect(message(page, "1 photo marked as yes for “disc”.")).to_be_visible()
    assert studio.answers(label) == (1, 0)
    has_focus(page.locator(".tile[data-index='1'] a"))

    for _ in range(2):
        page.keyboard.press("x")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    has_focus(item(page, "disc: yes"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    has_focus(item(page, "other: no"))
    page.keyboard.press("Enter")
    expect(message(page, "2 photos marked as no for “other”.")).to_be_visible()
    assert studio.answers(other) == (0, 2)

    # What was marked last comes first.
    page.keyboard.press("l")
    has_focus(item(page, "other: yes"))
    page.keyboard.press("Delete")
    expect(message(page, "Removed answers for “other”: 2 photos.")).to_be_visible()
    page.keyboard.press("l")
    has_focus(item(page, "other: yes"))
    page.keyboard.press("Escape")
    has_focus(page.get_by_role("button", name="Label …"))

    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Mark for a label")


def test_boxes_of_chosen_photos(studio, visit):
    person, dog = studio.make("me", "person"), studio.make("Rex", "dog")
    page = open_page(visit, studio, f"/?q=file:{PERSON} or file:{DOGS}")
    expect_count(page, 2)
    select(page, 0, 1)
    page.get_by_role("button", name="Label …").click()
    item(page, "me: yes").click()
    expect(message(page, "1 photo marked as yes for “me”; 1 photo has no person.")).to_be_visible()
    assert studio.answers(person) == (1, 0)

    page.get_by_role("button", name="Label …").click()
    item(page, "Rex: yes").click()
    told = message(page, "1 photo has no dog; 1 photo has several boxes of dog: mark it in the viewer.")
    expect(told).to_be_visible()
    # Nothing to undo.
    expect(told.get_by_role("button", name="Undo")).to_have_count(0)
    told.get_by_role("button", name="Use the largest box of each").click()
    expect(message(page, "1 photo marked as yes for “Rex”.")).to_be_visible()
    assert studio.answers(dog) == (1, 0)
    page.get_by_role("button", name="Label …").click()
    item(page, "Rex: no").click()
    expect(message(page, re.compile("box(es)? marked as no for “Rex”; 1 photo has no dog"))).to_be_visible()
    assert studio.answers(dog) == (0, 2)


def test_without_labels_the_menu_leads_to_them(studio, visit):
    page = open_page(visit, studio, f"/?q={SHAPES}")
    expect_count(page, 2 * EACH)
    select(page, 0)
    page.keyboard.press("l")
    has_focus(item(page, "New label …"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Labels", exact=True)).to_be_visible()


# MARK: The viewer


def test_boxes_in_the_viewer_by_mouse(studio, visit):
    label = studio.make("Rex", "dog")
    studio.make(HOSTILE)
    page = open_page(visit, studio, f"/photo/{studio.ids[DOGS + '.JPG']}")
    expect(page.locator(".viewer-counter")).not_to_be_empty()
    page.get_by_role("button", name="Mark for a label").click()
    panel(page).get_by_label("Label", exact=True).select_option(label="Rex")
    expect(panel(page).get_by_role("listitem")).to_have_count(2)
    answer_of(page, "Box 1", "Yes").click()
    expect(answer_of(page, "Box 1", "Yes")).to_have_attribute("aria-pressed", "true")
    eventually(page, lambda: studio.answers(label) == (1, 0))
    expect(panel(page)).to_contain_text("1 yes, 0 no")

    # On the picture, a press chooses a box, and its answers come to it.
    page.locator(".viewer-mark", has_text="2 ?").click()
    page.locator(".viewer-mark-here").get_by_role("button", name="No").click()
    expect(page.locator(".viewer-mark.is-no")).to_have_text("2 ✕")
    expect(answer_of(page, "Box 2", "No")).to_have_attribute("aria-pressed", "true")
    eventually(page, lambda: studio.answers(label) == (1, 1))
    panel(page).get_by_role("button", name="Remove answer: Box 1").click()
    eventually(page, lambda: studio.answers(label) == (0, 1))
    expect(page.locator(".viewer-mark.is-yes")).to_have_count(0)
    panel(page).get_by_role("button", name="Undo").click()
    eventually(page, lambda: studio.answers(label) == (1, 1))
    expect(page.locator(".viewer-mark.is-yes")).to_have_text("1 ✓")

    # A label about whole photos asks one question, and text is text.
    panel(page).get_by_label("Label", exact=True).select_option(label=HOSTILE)
    answer_of(page, "This photo", "No").click()
    expect(panel(page)).to_contain_text("0 yes, 1 no")
    expect(page.locator(".viewer-mark")).to_have_count(0)
    panel(page).get_by_role("button", name="End marking").click()
    expect(panel(page)).to_be_hidden()

    # It is remembered, with its answers.
    page.reload()
    expect(page.locator(".viewer-counter")).not_to_be_empty()
    page.get_by_role("button", name="Mark for a label").click()
    expect(answer_of(page, "This photo", "No")).to_have_attribute("aria-pressed", "true")


def test_boxes_in_the_viewer_by_keyboard(studio, visit):
    label = studio.make("Rex", "dog")
    page = open_page(visit, studio, f"/?q=file:{PERSON} or file:{DOGS}&order=newest")
    expect_count(page, 2)
    expect(page.locator(".tile.shown").first).to_be_visible()
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    expect(page.locator(".viewer-counter")).to_have_text("1 of 2")
    page.keyboard.press("l")
    first, second = (panel(page).get_by_role("button", name=re.compile(f"^Box {n}:")) for n in (1, 2))
    has_focus(first)
    page.keyboard.press("y")
    expect(first).to_have_accessible_name("Box 1: yes")
    page.keyboard.press("ArrowDown")
    has_focus(second)
    page.keyboard.press("n")
    eventually(page, lambda: studio.answers(label) == (1, 1))
    page.keyboard.press("Delete")
    eventually(page, lambda: studio.answers(label) == (1, 0))
    page.keyboard.press("z")
    eventually(page, lambda: studio.answers(label) == (1, 1))
    expect(second).to_have_accessible_name("Box 2: no")

    # The next photo has no dog; back again the answers are there.
    page.keyboard.press("ArrowRight")
    expect(panel(page)).to_contain_text("No dog found on this photo")
    page.keyboard.press("ArrowLeft")
    expect(second).to_have_accessible_name("Box 2: no")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(page.locator(".viewer-counter")).to_have_text("1 of 2")
    page.keyboard.press("Escape")
    expect(page.locator(".viewer")).to_have_count(0)


# MARK: A label that has learnt


def test_a_trained_label_among_the_filters(taught, visit):
    page = open_page(visit, taught, "/")
    expect_count(page, taught.count)
    found = taught.client.get("search", q="label:disc")["count"]
    chips = page.get_by_role("group", name="Your labels")
    chip = chips.get_by_role("button", name=re.compile("^disc"))
    expect(chip).to_contain_text(str(found))
    chip.click()
    expect_query(page, "^label:disc$")
    expect_count(page, found)
    expect(chip).to_have_attribute("aria-pressed", "true")
    active = page.get_by_role("group", name="Active filters")
    expect(active.get_by_role("button", name="disc, change")).to_be_visible()

    slider = page.get_by_label("disc: minimum confidence")
    slider.focus()
    page.keyboard.press("End")
    expect_query(page, "^label:disc @ 99%$")
    expect_count(page, taught.client.get("search", q="label:disc @ 99%")["count"])
    expect(slider).to_have_attribute("aria-valuetext", "99 %")
    expect(active.get_by_role("button", name="disc @ 99%, change")).to_be_visible()
    page.keyboard.press("Home")
    expect_query(page, "^label:disc$")

    page.get_by_role("button", name="Without", exact=True).click()
    chip.click()
    expect_query(page, "^not label:disc$")
    expect_count(page, taught.count - found)
    expect(active.get_by_role("button", name="not disc, change")).to_be_visible()
    page.get_by_role("button", name="Remove not disc").click()
    expect_count(page, taught.count)


def test_a_label_by_its_name_alone(taught, visit):
    page = open_page(visit, taught, "/")
    expect_count(page, taught.count)
    page.keyboard.press("/")
    page.keyboard.type("dis")
    expect(page.get_by_role("option", name=re.compile("^disc.*label"))).to_be_visible()
    page.keyboard.type("c")
    page.keyboard.press("Enter")
    expect_query(page, "^disc$")
    chip = page.get_by_role("group", name="Your labels").get_by_role("button", name=re.compile("^disc"))
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_any_of_two_labels(taught, visit):
    page = open_page(visit, taught, "/?q=person")
    expect(page.get_by_role("group", name="Active filters")).to_contain_text("person")
    page.get_by_role("button", name="Any of").click()
    page.get_by_role("group", name="Your labels").get_by_role("button", name=re.compile("^disc")).click()
    expect_query(page, "^person or label:disc$")
    assert query_of(page) == "person or label:disc"


def test_labels_in_the_information(studio, visit):
    label = studio.teach()
    page = open_page(visit, studio, f"/photo/{studio.discs[0]}?q=label:disc")
    section = page.locator(".viewer-section", has=page.get_by_role("heading", name="Your labels"))
    expect(section.get_by_role("link", name="disc")).to_have_attribute("href", re.compile("label:disc"))
    expect(section).to_contain_text(re.compile(r"\d+ %"))
    expect(page.locator(".viewer-why")).to_contain_text("label disc")
    section.get_by_role("button", name="Mark as no for disc").click()
    told = message(page, "Marked as no for “disc”.")
    expect(told).to_be_visible()
    expect(section.get_by_role("button", name="Mark as no for disc")).to_have_attribute("aria-pressed", "true")
    assert studio.answers(label) == (EACH - 1, EACH + 1)
    told.get_by_role("button", name="Undo").click()
    eventually(page, lambda: studio.answers(label) == (EACH, EACH))


def test_viewers_see_labels_and_mark_nothing(taught, visit):
    page = open_page(visit, taught, f"/photo/{taught.discs[0]}", viewer=True)
    expect(page.get_by_role("region", name="Details").get_by_role("heading", name="Your labels")).to_be_visible()
    for name in ("Mark for a label", "Mark as no for disc"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.keyboard.press("l")
    expect(panel(page)).to_be_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    page.keyboard.press("l")
    expect(page.get_by_role("menu")).to_have_count(0)


# MARK: The job


def test_the_job_of_a_training_in_words(studio, visit):
    label = studio.teach()
    done = f"raining 1: transfer proposed, {studio.count} photos analysed"
    page = open_page(visit, studio, "/import")
    first = page.locator(".job").first
    expect(first.get_by_role("link", name="Train “disc”")).to_have_attribute("href", f"/labels/{label}#train")
    expect(first).to_contain_text(f"T{done}")

    studio.client.send("POST", f"labels/{label}/train", {"learner": "cnn3", "seed": 1})
    expect(first.locator(".badge")).to_have_text("Running")
    expect(first.locator(".job-now")).to_have_text(re.compile(r"^(Analysing examples|Learning.*): \d+ %$"))
    first.get_by_role("button", name="Cancel: Train “disc”").click()
    question = page.get_by_role("dialog", name="Stop training “disc”?")
    expect(question).to_contain_text("The label does not change")
    question.get_by_role("button", name="Stop training").click()
    expect(first).to_contain_text("Cancelled")
    expect(first).to_contain_text("The label has not changed")
    assert studio.client.get(f"labels/{label}")["version"]["learner"] == "transfer"

    page.goto("/admin#jobs")
    row = page.get_by_role("row", name=re.compile(f"t{done}")).first
    expect(row.get_by_role("link", name="Train “disc”")).to_be_visible()


# MARK: Accessibility


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width, height", [(1440, 900), (390, 844)])
def test_axe_finds_nothing_in_the_menu_and_the_panel(taught, visit, width, height, theme):
    page = open_page(visit, taught, "/?q=label:disc", width=width, height=height, theme=theme)
    found = []

    def look(what):
        page.wait_for_timeout(300)
        found.extend(f"{what}: {text}" for text in violations(page))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{what}: scrolls sideways")

    expect(page.locator(".tile.shown").first).to_be_visible()
    select(page, 0, 1)
    page.keyboard.press("l")
    expect(item(page, "disc: yes")).to_be_visible()
    look("the menu")
    page.keyboard.press("Escape")
    page.goto(f"/photo/{taught.ids[DOGS + '.JPG']}")
    expect(page.locator(".viewer-counter")).not_to_be_empty()
    page.get_by_role("button", name="Mark for a label").click()
    panel(page).get_by_label("Label", exact=True).select_option(label="Rex")
    expect(panel(page).get_by_role("listitem")).to_have_count(2)
    look("the panel")
    page.keyboard.press("y")
    look("the panel with an answer")
    page.keyboard.press("z")
    page.keyboard.press("Escape")
    page.goto(f"/photo/{taught.discs[0]}")
    expect(page.locator(".viewer-counter")).not_to_be_empty()
    if width < 900:
        page.keyboard.press("i")
    expect(page.get_by_role("region", name="Details").get_by_role("heading", name="Your labels")).to_be_visible()
    look("the information")
    assert not found, "\n".join(found)
