"""Servers, libraries and browsers for the tests. Each test's pages are watched by a guard."""

import os

import pytest
from playwright.sync_api import sync_playwright
from support.guard import CHROMIUM_ARGUMENTS, Guard
from support.libraries import Libraries
from support.program import ADMINISTRATOR, CHROMIUM, VIEWER, Server, sample_trip
from support.time_limit import time_limit


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup():
    with time_limit():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call():
    with time_limit():
        return (yield)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def libraries(tmp_path_factory):
    """What all processes of this run share. Each has a folder of its own; they lie in one."""
    own = tmp_path_factory.getbasetemp()
    is_one_of_several = "PYTEST_XDIST_WORKER" in os.environ
    return Libraries((own.parent if is_one_of_several else own) / "shared")


@pytest.fixture(scope="session")
def trip(libraries):
    """The folder of the sample trip."""
    return libraries.folder("trip", sample_trip)


@pytest.fixture(scope="session")
def atlas(trip, libraries, tmp_path_factory):
    """A server whose library holds the sample trip and an administrator; for tests that only look."""
    server = Server(libraries.copy("trip", [trip], tmp_path_factory.mktemp("atlas") / "library"))
    server.set_up()
    yield server
    server.stop()


@pytest.fixture
def new_atlas(tmp_path):
    """A server with an empty library that nobody has visited."""
    server = Server(tmp_path / "library")
    yield server
    server.stop()


@pytest.fixture
def studio(trip, libraries, tmp_path):
    """A server whose library holds the sample trip and an administrator; for a test that changes it."""
    server = Server(libraries.copy("trip", [trip], tmp_path / "library"))
    server.set_up()
    yield server
    server.stop()


@pytest.fixture
def visit(browser):
    """Makes contexts: visit(server, signed_in=True, width=…, theme=…), or with viewer=True one of
    somebody who may only look. Checks their guards at last."""
    opened = []

    def make(server, signed_in=False, viewer=False, width=1440, height=900, theme="light", **options):
        context = browser.new_context(
            base_url=server.address, viewport={"width": width, "height": height},
            color_scheme=theme, **options)
        context.set_default_timeout(15_000)
        context.guard = Guard(context)
        opened.append(context)
        if viewer:
            sign_in(context, VIEWER)
        elif signed_in:
            sign_in(context)
        return context

    yield make
    for context in opened:
        context.close()
    for context in opened:
        context.guard.check()


def sign_in(context, who=ADMINISTRATOR):
    """Gives the context a session without using the page."""
    name, password = who
    token = context.request.get("/api/v1/session").json()["csrf"]
    answer = context.request.post(
        "/api/v1/session", data={"name": name, "password": password},
        headers={"X-CSRF-Token": token})
    assert answer.ok, answer.text()
