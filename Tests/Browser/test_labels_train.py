"""The tab Train of a label: beginning, watching and cancelling a training, both learners side by side, the
threshold, and the mistakes. The library is made of discs and squares, and is this file's own."""

import re

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.expectations import eventually
from support.keyboard import tab_until
from support.label_pictures import shape_names
from support.program import Server

EACH = 24
HOSTILE = '<img src=x onerror=alert(1)> & "disc"'
# A training of both learners with the debug build on a busy machine.
LONG = 300_000


class School:
    """A server, and the pictures of both kinds by the server's ids."""

    def __init__(self, libraries, folder):
        discs, squares = shape_names(EACH)
        self.server = Server(libraries.copy(
            f"shapes-{EACH}", [libraries.shapes(EACH)], folder / "library"))
        self.client = self.server.set_up()
        answer = self.client.get("photos", q="", order="oldest", offset=0, limit=100, fields="grid")
        ids = {photo["name"]: photo["id"] for photo in answer["photos"]}
        self.discs = [ids[name] for name in discs]
        self.squares = [ids[name] for name in squares]
        self.server.add_viewer(self.client)
        self.names = 0
        self.both = None

    def make(self, yes=EACH, no=EACH):
        self.names += 1
        label = self.client.send(
            "POST", "labels", {"name": f"{HOSTILE} {self.names}", "class": None})
        for ids, answer in [(self.discs[:yes], True), (self.squares[:no], False)]:
            if marks := [{"photo": photo, "box": None} for photo in ids]:
                self.client.send("POST", f"labels/{label['id']}/examples",
                                 {"marks": marks, "answer": answer, "origin": "page"})
        return label["id"]

    def begin(self, label, learner):
        return self.client.send("POST", f"labels/{label}/train", {"learner": learner} if learner else {})

    def train(self, label, learner):
        self.begin(label, learner)
        self.client.wait_for_jobs(seconds=LONG / 1000)
        return label

    def label(self, label):
        return self.client.get(f"labels/{label}")

    def figures(self, label, learner, number=1):
        learners = self.client.get(f"labels/{label}/versions/{number}")["learners"]
        return next(each for each in learners if each["learner"] == learner)


@pytest.fixture(scope="module")
def rooms(libraries, tmp_path_factory):
    school = School(libraries, tmp_path_factory.mktemp("school"))
    yield school
    school.server.stop()


@pytest.fixture
def school(rooms):
    """The server, at which nobody is learning when a test has ended."""
    yield rooms
    for job in rooms.client.get("jobs")["jobs"]:
        if job["state"] in ("waiting", "running", "paused"):
            rooms.client.send("POST", f"jobs/{job['id']}/cancel", {})
    rooms.client.wait_for_jobs()


@pytest.fixture
def both(school):
    """A label that both learners have learnt, the one that the first test taught where it ran."""
    if school.both is None:
        school.both = school.train(school.make(), None)
    yield school.both
    school.client.send("PUT", f"labels/{school.both}/threshold", {"threshold": None})


@pytest.fixture
def look(school, visit):
    def open_page(label, viewer=False, **options):
        context = visit(school.server, signed_in=True, viewer=viewer, **options)
        page = context.new_page()
        page.goto(f"/labels/{label}#train")
        expect(page.get_by_role("tab", name="Train")).to_have_attribute("aria-selected", "true")
        return page

    return open_page


def running(page):
    return page.locator(".labels-running")


def points(page):
    """How many epochs the lines show that grow."""
    return running(page).locator(".labels-dot").count()


def figure(page, key):
    return page.locator(f'[data-figure="{key}"]')


def slider(page):
    return page.get_by_role("slider", name="Predict yes from this probability on")


def mistakes(page, name):
    return page.locator(".labels-mistakes section", has=page.get_by_role("heading", name=re.compile(f"^{name}")))


def message(page, text):
    return page.locator(".toast", has_text=text)


def measured(scored, threshold):
    """Precision and recall in per cent, and how often it is wrong: counted here once more."""
    told = [one["answer"] for one in scored if one["probability"] >= threshold]
    yes = sum(one["answer"] for one in scored)
    right = sum(told)
    precision = f"{100 * right / len(told):.1f} %" if told else "–"
    return precision, f"{100 * right / yes:.1f} %", yes - right, len(told) - right


def test_training_is_watched_and_judged_by_keyboard(school, look):
    label = school.make()
    page = look(label)
    expect(page.get_by_role("heading", name="What training does")).to_be_visible()
    tab_until(page, page.get_by_role("button", name="Train", exact=True))
    page.keyboard.press("Enter")
    expect(running(page).get_by_role("heading", name="Training")).to_be_focused(timeout=15_000)
    expect(running(page)).to_contain_text("Training cnn3 · fold 1 of 5 · epoch", timeout=LONG)
    eventually(page, lambda: points(page) >= 3, seconds=LONG / 1000)
    before = points(page)
    eventually(page, lambda: points(page) > before, seconds=LONG / 1000)
    bar = running(page).get_by_role("progressbar")
    expect(bar).to_have_attribute("aria-valuetext", re.compile("^Training cnn3"))
    chart = running(page).get_by_role("img", name=re.compile(r"^Loss of cnn3 by epoch\. Epoch \d+: training \d"))
    expect(chart).to_be_visible()
    expect(running(page)).to_contain_text("validation, previous folds", timeout=LONG)
    running(page).get_by_text("As a table: Loss").click()
    rows = running(page).get_by_role("region", name="Table: Loss").get_by_role("row")
    eventually(page, lambda: rows.count() > 3)

    # Whoever comes later sees the training that goes on.
    later = look(label)
    expect(running(later)).to_contain_text("Training", timeout=30_000)
    later.close()

    expect(message(page, "Training 1 is done")).to_be_visible(timeout=LONG)
    expect(running(page)).to_have_count(0)
    expect(page.get_by_role("heading", name="Result of training 1")).to_be_visible()
    expect(page.get_by_role("heading", name="What training does")).to_have_count(0)
    table = page.get_by_role("table", name="Measurements of each learner")
    for name in ["cnn3", "transfer"]:
        expect(table.get_by_role("columnheader", name=re.compile(f"^{name}"))).to_be_visible()
        expect(page.get_by_role("table", name=re.compile(f"^Confusion matrix of {name}"))).not_to_have_count(0)
    row = table.get_by_role("row", name=re.compile("^Average precision"))
    expect(row.get_by_role("cell").first).to_have_text(re.compile(r"^\d+\.\d % \(\d+\.\d–\d+\.\d\)$"))
    expect(page.get_by_text(school.client.get(f"labels/{label}/versions/1")["reason"])).to_be_visible()
    expect(page.get_by_role("heading", name="How cnn3 learnt")).to_be_visible()
    school.both = label


def test_the_slider_counts_without_asking(school, both, look):
    page = look(both)
    used = school.label(both)["version"]["learner"]
    figures = school.figures(both, used)
    expect(mistakes(page, "Missed")).to_be_visible(timeout=30_000)
    tab_until(page, slider(page))
    asked = []
    page.on("request", lambda request: "/api/" in request.url and asked.append(request.url))
    for key, threshold in [("Home", 0.01), ("End", 0.99), ("ArrowLeft", 0.98), ("PageDown", None)]:
        page.keyboard.press(key)
        threshold = threshold or float(slider(page).input_value()) / 100
        precision, recall, missed, mistaken = measured(figures["scored"], threshold)
        expect(figure(page, "precision")).to_have_text(precision)
        expect(figure(page, "recall")).to_have_text(recall)
        said = re.compile(f"precision {re.escape(precision)}, recall {re.escape(recall)}")
        expect(slider(page)).to_have_attribute("aria-valuetext", said)
        expect(mistakes(page, "Missed").get_by_role("heading")).to_have_text(f"Missed: {missed}")
        expect(mistakes(page, "False positives").get_by_role("heading")).to_have_text(f"False positives: {mistaken}")
        expect(mistakes(page, "Missed").get_by_role("listitem")).to_have_count(min(12, missed))
        expect(page.get_by_text(f"Finds {EACH - missed} of your {EACH} yes examples")).to_be_visible()
    assert not asked, asked
    expect(slider(page)).to_be_focused()

    page.get_by_label("Percent").fill("101")
    expect(page.get_by_text("Enter a number from 0 to 100")).to_be_visible()
    page.get_by_label("Percent").fill("62.5")
    expect(page.get_by_text("Not saved: the threshold is")).to_be_visible()
    tab_until(page, page.get_by_role("button", name="Save threshold"))
    page.keyboard.press("Enter")
    expect(message(page, "Threshold is now 62.5 %")).to_be_visible()
    assert school.label(both)["threshold"] == 0.625
    expect(page.get_by_text("Active, set by hand")).to_be_visible()
    expect(page.get_by_text("where F1 is highest.")).to_be_visible()
    expect(slider(page)).to_be_focused()

    page.reload()
    expect(page.get_by_label("Percent")).to_have_value("62.5")
    tab_until(page, page.get_by_role("button", name="Use proposed"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Active, as proposed")).to_be_visible()
    assert not school.label(both)["is_threshold_chosen"]


def test_the_other_learner_is_looked_at_and_used(school, both, look):
    page = look(both)
    used = school.label(both)["version"]["learner"]
    other = "cnn3" if used == "transfer" else "transfer"
    page.get_by_role("button", name=other, exact=True).click()
    expect(page.get_by_text(f"{other} of this training is not active")).to_be_visible()
    slider(page).focus()
    # Its proposal may lie below the slider's end, which then is no change.
    page.keyboard.press("End")
    page.keyboard.press("Home")
    expect(figure(page, "recall")).to_have_text(measured(school.figures(both, other)["scored"], 0.01)[1])
    expect(page.get_by_role("button", name="Save threshold")).to_be_hidden()

    use = page.get_by_role("button", name=f"Use this learner: {other}")
    use.focus()
    page.keyboard.press("Enter")
    expect(message(page, f"{other} is now active")).to_be_visible()
    assert school.label(both)["version"]["learner"] == other
    expect(message(page, "The active version has analysed")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name=f"Use this learner: {used}")).to_be_visible()
    expect(page.locator(f'[data-key="used-{other}"]')).to_be_focused()
    school.client.send("POST", f"labels/{both}/versions/1/use", {"learner": used})
    school.client.wait_for_jobs()


def test_a_mistake_is_looked_at_and_corrected(school, both, look):
    page = look(both)
    expect(mistakes(page, "Missed")).to_be_visible(timeout=30_000)
    slider(page).focus()
    page.keyboard.press("Home")
    group = mistakes(page, "False positives")
    expect(group.get_by_role("listitem")).to_have_count(12)
    group.get_by_role("button", name=re.compile(r"^Show all \d+$")).click()
    shown = group.get_by_role("listitem")
    assert shown.count() > 12
    shown.nth(1).get_by_role("link").click()
    expect(page.get_by_text(f"2 of {shown.count()}", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown.nth(1).get_by_role("link")).to_be_focused()

    page.keyboard.press("Tab")
    expect(shown.nth(1).get_by_role("button", name=re.compile("^Change to yes"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(shown.nth(1)).to_contain_text("Now yes")
    expect(page.get_by_text("1 more yes and 1 fewer no")).to_be_visible()
    assert school.label(both)["positives"] == EACH + 1
    # It is known after coming back, too.
    page.reload()
    expect(mistakes(page, "Missed")).to_be_visible(timeout=30_000)
    slider(page).focus()
    page.keyboard.press("Home")
    corrected = page.locator(".labels-mistake", has_text="Now yes")
    expect(corrected).to_have_count(1)
    corrected.get_by_role("button", name=re.compile("^Back to no")).click()
    expect(page.get_by_text("1 more yes")).to_have_count(0)
    assert school.label(both)["positives"] == EACH


def test_a_training_waits_and_is_cancelled_by_keyboard(school, look):
    first, second = school.make(), school.make()
    school.begin(first, "cnn3")
    page = look(second)
    page.get_by_text("Options").click()
    page.get_by_role("radio", name=re.compile("^cnn3")).check()
    page.get_by_label("Seed").fill("1.5")
    tab_until(page, page.get_by_role("button", name="Train", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Enter a whole number")).to_be_visible()
    page.get_by_label("Seed").fill("7")
    page.get_by_role("button", name="Train", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Waiting for other jobs")).to_be_focused(timeout=15_000)
    jobs = school.client.get("jobs")["jobs"]
    before = next(job["id"] for job in jobs if job["label"] == first)
    school.client.send("POST", f"jobs/{before}/cancel", {})
    expect(running(page)).to_contain_text(re.compile("Training cnn3 · fold 1"), timeout=LONG)
    tab_until(page, page.get_by_role("button", name="Cancel training"))
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Stop training?")
    expect(dialog).to_contain_text("The label does not change")
    # Enter alone destroys nothing.
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(running(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(message(page, "The training was cancelled")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_focused()
    assert school.label(second)["version"] is None
    assert school.client.get(f"labels/{second}/versions")["versions"] == []


def test_what_is_missing_is_said_before_it_is_asked_for(school, look):
    page = look(school.make(yes=3, no=0))
    expect(page.get_by_text("Still needed: 5 more yes and 8 no.")).to_be_visible()
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Mark examples").click()
    expect(page.get_by_role("tab", name="Mark")).to_have_attribute("aria-selected", "true")

    label = school.make(yes=9, no=9)
    page = look(label)
    expect(page.get_by_text("Only transfer will be trained: cnn3 needs 20 yes and 20 no.")).to_be_visible()
    page.get_by_text("Options").click()
    page.get_by_role("radio", name=re.compile("^cnn3")).check()
    expect(page.get_by_text("Still needed for cnn3: 11 more yes and 11 more no.")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^both")).check()
    page.get_by_role("button", name="Train", exact=True).click()
    expect(page.get_by_role("heading", name="Result of training 1")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("cnn3 could not be trained")).to_be_visible()
    # One learner has nothing beside it to choose from.
    expect(page.get_by_role("group", name="Learner shown")).to_be_hidden()


def test_a_training_that_failed_says_why(school, look):
    label = school.make(yes=9, no=9)
    school.train(label, "cnn3")
    page = look(label)
    expect(page.get_by_text("The last training failed.")).to_be_visible()
    expect(page.get_by_text("needs at least 20 examples").first).to_be_visible()


def test_trainings_are_chosen(school, look):
    label = school.make(yes=10, no=10)
    school.train(school.train(label, "transfer"), "transfer")
    page = look(label)
    expect(page.get_by_role("heading", name="Result of training 2")).to_be_visible(timeout=15_000)
    page.get_by_role("combobox", name="Training").select_option("1")
    expect(page.get_by_role("heading", name="Result of training 1")).to_be_visible()
    expect(page.get_by_role("combobox", name="Training")).to_be_focused()
    expect(page.get_by_role("button", name="Save threshold")).to_be_hidden()
    page.get_by_role("button", name="Use this learner: transfer").click()
    expect(page.locator('[data-key="used-transfer"]')).to_be_focused()
    assert school.label(label)["version"]["number"] == 1
    # It looks at the photos then, which the tab tells without taking the keyboard.
    expect(message(page, f"The active version has analysed {2 * EACH} photos")).to_be_visible(timeout=60_000)
    expect(page.locator('[data-key="used-transfer"]')).to_be_focused()


def test_a_viewer_looks_and_changes_nothing(school, both, look):
    page = look(both, viewer=True)
    expect(page.get_by_role("heading", name="Result of training 1")).to_be_visible()
    expect(mistakes(page, "Missed")).to_be_visible(timeout=30_000)
    slider(page).focus()
    page.keyboard.press("Home")
    expect(mistakes(page, "False positives").get_by_role("listitem")).to_have_count(12)
    for name in ["^Train", "^Use this", "^Save", "^Take", "^Change", "^Mark"]:
        expect(page.get_by_role("tabpanel").get_by_role("button", name=re.compile(name))).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width, height", [(1440, 900), (390, 844)])
def test_axe_finds_nothing(school, both, look, width, height, theme):
    found = []

    def check(page, what):
        page.wait_for_timeout(500)
        found.extend(f"{what}: {text}" for text in violations(page))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{what}: scrolls sideways")

    page = look(school.make(yes=2, no=0), width=width, height=height, theme=theme)
    page.get_by_text("Options").click()
    check(page, "too few")
    page = look(both, width=width, height=height, theme=theme)
    expect(mistakes(page, "Missed")).to_be_visible(timeout=30_000)
    slider(page).focus()
    page.keyboard.press("Home")
    for summary in page.locator(".labels-chart-table > summary").all():
        summary.click()
    check(page, "result")
    label = school.make()
    school.begin(label, "cnn3")
    page = look(label, width=width, height=height, theme=theme)
    eventually(page, lambda: points(page) > 1, seconds=LONG / 1000)
    check(page, "running")
    page.get_by_role("button", name="Cancel training").click()
    check(page, "asking")
    assert not found, "\n".join(found)
