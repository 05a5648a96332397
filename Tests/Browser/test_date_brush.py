"""The brush of the date histogram by keyboard, while an answer is awaited."""

import pytest
from playwright.sync_api import expect
from support.expectations import eventually, query_of
from support.pictures import ten_photos
from support.program import Server, meridian


@pytest.fixture
def spring_to_autumn(trip, tmp_path):
    """A server whose photos were taken over several months."""
    ten_photos(trip, tmp_path / "holiday")
    meridian("add", tmp_path / "holiday", "--library", tmp_path / "library")
    server = Server(tmp_path / "library")
    server.set_up()
    yield server
    server.stop()


def test_a_step_taken_while_the_last_is_being_answered_is_kept(spring_to_autumn, visit):
    page = visit(spring_to_autumn, signed_in=True).new_page()
    page.goto("/")
    end = page.get_by_role("slider", name="To month")
    expect(end).to_be_visible()
    last = int(end.get_attribute("aria-valuenow"))
    held = []
    page.route(
        "**/api/v1/search?*", lambda route: route.continue_() if held else held.append(route))
    end.focus()
    page.keyboard.press("ArrowLeft")
    eventually(page, lambda: held)
    page.keyboard.down("ArrowLeft")
    # The answer to the first step arrives while the second key is down, before that step is asked.
    held[0].continue_()
    page.wait_for_timeout(70)
    page.keyboard.up("ArrowLeft")
    eventually(page, lambda: query_of(page) == "2014-04..2014-07")
    expect(end).to_have_attribute("aria-valuenow", str(last - 2))
