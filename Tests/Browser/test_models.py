"""The life of a second network: installed from a server on this machine, verified, let look, compared
with the first, let speak, and removed."""

import hashlib
import re

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import expect
from support.axe import violations
from support.expectations import count_on_server, eventually
from support.file_server import FileServer
from support.network import detector
from support.program import Server
from test_openapi import answer_schema

# What the first network is called in its record.
FIRST = "SSD MobileNet v2, COCO"
# A name that would run, were it ever taken for HTML.
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def world():
    server = FileServer({"/tiny.onnx": detector()})
    yield server
    server.close()


@pytest.fixture(scope="module")
def pair(trip, libraries, tmp_path_factory):
    """A server with two detectors that have looked at all photos, for tests that only look."""
    server = Server(libraries.copy("trip", [trip], tmp_path_factory.mktemp("pair") / "library"))
    client = server.set_up()
    world = FileServer({"/tiny.onnx": detector()})
    client.send("POST", "models/install", {
        "address": f"{world.address}/tiny.onnx", "sha256": hashlib.sha256(detector()).hexdigest(),
        "preset": "yolov8"})
    client.wait_for_installs()
    world.close()
    client.send("POST", "jobs", {"kind": "analyse_again", "model": "tiny"})
    client.wait_for_jobs()
    yield server
    server.stop()


def models_tab(context):
    page = context.new_page()
    page.goto("/admin#models")
    expect(card(page, FIRST)).to_be_visible()
    return page


def card(page, name):
    return page.get_by_role("article", name=name, exact=True)


def message(page, text):
    return page.locator(".toast", has_text=text)


def fill_form(page, world, sha256=None):
    page.get_by_text("Install from an address").click()
    form = page.locator(".from-address")
    form.get_by_label("Address").fill(f"{world.address}/tiny.onnx")
    form.get_by_label("SHA-256").fill(sha256 or hashlib.sha256(detector()).hexdigest())
    form.get_by_label("Family").select_option("yolov8")
    form.get_by_label("Identifier").fill("tiny")
    form.get_by_role("button", name="Install").click()


def install(page, world):
    fill_form(page, world)
    expect(card(page, "tiny")).to_be_visible(timeout=60_000)


def let_look(page, name):
    card(page, name).get_by_role("button", name=re.compile("^(Analyse|Re-scan)")).click()
    expect(card(page, name)).to_contain_text("Analysed 29 of 29 photos", timeout=120_000)


def test_the_life_of_a_second_network(studio, world, visit):
    context = visit(studio, signed_in=True)
    page = models_tab(context)
    first = card(page, FIRST)
    expect(first.get_by_role("radio")).to_be_checked()
    expect(first).to_contain_text("Analysed 29 of 29 photos")

    first.get_by_role("button", name="Verify").click()
    expect(message(page, "ssd-mobilenet-v2 is intact.")).to_be_visible(timeout=60_000)
    expect(first).to_contain_text("verified")

    install(page, world)
    tiny = card(page, "tiny")
    expect(tiny).to_contain_text("Analysed 0 of 29 photos")
    let_look(page, "tiny")

    compare(page)
    see_both_in_the_viewer(page)

    page.goto("/admin#models")
    cats = count_on_server(page, "cat")
    tiny.get_by_role("radio").check()
    expect(message(page, "tiny is now active")).to_be_visible()
    eventually(page, lambda: count_on_server(page, "cat") == 29)
    expect(tiny.get_by_role("button", name="Remove")).to_have_count(0)

    first.get_by_role("radio").check()
    eventually(page, lambda: count_on_server(page, "cat") == cats)
    tiny.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(tiny).to_contain_text("no longer installed")
    assert count_on_server(page, "model:tiny") == 29


def test_a_network_from_files_on_the_server(studio, visit, tmp_path):
    page = models_tab(visit(studio, signed_in=True))
    page.get_by_text("Add from files on the server").click()
    form = page.locator(".from-files")
    form.get_by_label("File on the server").fill("network.onnx")
    form.get_by_role("button", name="Add").click()
    expect(form).to_contain_text("Enter the full path on the server")

    file = tmp_path / "small.onnx"
    file.write_bytes(detector())
    form.get_by_label("File on the server").fill(str(file))
    form.get_by_label("Family").select_option("yolov8")
    form.get_by_role("button", name="Add").click()
    expect(card(page, "small")).to_be_visible(timeout=60_000)
    assert file.read_bytes() == detector()


def compare(page):
    """From the card of a network to the pictures in which only it sees something."""
    card(page, "tiny").get_by_role("link", name=f"Compare with {FIRST}").click()
    expect(page.get_by_role("heading", name="Compare models")).to_be_visible()
    row = page.get_by_role("row", name=re.compile("^cat"))
    only_b = row.get_by_role("link", name=re.compile("only tiny"))
    number = int(only_b.inner_text())
    assert 0 < number <= 29
    only_b.click()
    expect(page.get_by_role("heading", name=f"“cat”, found only by tiny: {number} photos")).to_be_visible()
    expect(page.locator(".compare-photo")).to_have_count(min(number, 24))
    box = page.locator(".compare-box.is-b").first
    expect(box).to_contain_text("B 90 %")
    assert box.evaluate("it => getComputedStyle(it).borderTopStyle") == "dashed"
    page.reload()
    expect(page.locator(".compare-photo")).to_have_count(min(number, 24))


def see_both_in_the_viewer(page):
    page.locator(".compare-photo a").first.click()
    section = page.get_by_role("region", name="Objects by model")
    expect(section).to_contain_text("tiny")
    expect(section).to_contain_text("active")
    page.keyboard.press("Escape")
    expect(page.locator(".compare-photo").first).to_be_visible()
    assert "/compare" in page.url


def test_a_wrong_hash_is_told_and_leaves_nothing(studio, world, visit):
    page = models_tab(visit(studio, signed_in=True))
    fill_form(page, world, sha256="0" * 64)
    failure = page.locator(".errands .notice")
    expect(failure).to_contain_text("SHA-256", timeout=60_000)
    expect(card(page, "tiny")).to_have_count(0)
    failure.get_by_role("button", name="Dismiss").click()
    expect(failure).to_have_count(0)


def test_a_download_that_was_cancelled_goes_on_where_it_stopped(studio, world, visit):
    page = models_tab(visit(studio, signed_in=True))
    world.hold.clear()
    fill_form(page, world)
    running = page.get_by_role("article", name="Installing tiny")
    expect(running.get_by_role("progressbar")).to_have_attribute(
        "aria-valuenow", re.compile("[1-9]"), timeout=60_000)
    # Whoever loads the page again still sees it.
    page.reload()
    expect(running).to_be_visible()
    running.get_by_role("button", name="Cancel").click()
    stopped = page.locator(".errands .notice")
    expect(stopped).to_contain_text("The data received so far is kept", timeout=60_000)
    world.hold.set()
    stopped.get_by_role("button", name="Try again").click()
    expect(card(page, "tiny")).to_be_visible(timeout=60_000)
    assert world.ranges[-1] and world.ranges[-1] != "bytes=0-", world.ranges


def test_a_hostile_name_is_only_text(studio, world, visit):
    context = visit(studio, signed_in=True)
    client = studio.set_up()
    client.send("POST", "models/install", {
        "address": f"{world.address}/tiny.onnx", "sha256": hashlib.sha256(detector()).hexdigest(),
        "preset": "yolov8", "id": "tiny", "name": HOSTILE, "licence": "<script>alert(2)</script>",
    })
    page = models_tab(context)
    expect(card(page, HOSTILE)).to_be_visible(timeout=60_000)
    expect(card(page, HOSTILE)).to_contain_text("<script>alert(2)</script>")
    page.goto("/compare")
    expect(page.get_by_label("Model B")).to_contain_text(HOSTILE)
    expect(page.get_by_text("No photo was analysed by both models")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Analyse 29 photos with")).click()
    expect(page.get_by_role("heading", name="Classes")).to_be_visible(timeout=120_000)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width, height", [(1440, 900), (390, 844)])
def test_axe_finds_nothing_where_two_models_meet(pair, visit, width, height, theme):
    context = visit(pair, signed_in=True, width=width, height=height, theme=theme)
    photo = context.request.get("/api/v1/photos?limit=1").json()["photos"][0]["id"]
    # Where there is room, the viewer opens with the information.
    key = "i" if width < 900 else None
    pages = [("/admin#models", None), ("/compare", None), ("/compare?class=cat&side=b", None),
             (f"/photo/{photo}", key)]
    found = []
    for path, key in pages:
        page = context.new_page()
        page.goto(path)
        page.wait_for_timeout(1000)
        if key:
            page.keyboard.press(key)
            page.wait_for_timeout(400)
        found += [f"{path}: {text}" for text in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{path}: scrolls sideways")
        page.close()
    assert not found, "\n".join(found)


def test_comparisons_are_as_the_document_says(pair):
    client = pair.set_up()
    document = client.get("openapi.json")
    both = {"a": "ssd-mobilenet-v2", "b": "tiny"}
    for path, parameters in [("models/compare", both),
                             ("models/compare/photos", {**both, "class": "cat", "side": "b"})]:
        schema = answer_schema(document["paths"][f"/api/v1/{path}"]["get"])
        whole = {**schema, "components": document["components"]}
        errors = Draft202012Validator(whole).iter_errors(client.get(path, **parameters))
        assert not [error.message for error in errors], path


def test_viewers_compare_but_change_nothing(atlas, visit):
    context = visit(atlas)
    client = atlas.set_up()
    client.send("POST", "users", {"name": "Vera", "role": "viewer", "password": "just a viewer"})
    token = context.request.get("/api/v1/session").json()["csrf"]
    context.request.post("/api/v1/session", data={"name": "Vera", "password": "just a viewer"},
                         headers={"X-CSRF-Token": token})
    page = context.new_page()
    page.goto("/compare")
    expect(page.get_by_text("Two models of the same kind are needed")).to_be_visible()
    expect(page.get_by_text("An administrator can install a second model.")).to_be_visible()
    page.goto("/help#models")
    expect(page.get_by_role("link", name="Compare models")).to_be_visible()
