"""What both stories, that of the mouse and that of the keyboard, expect to see."""

import re
import time
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def query_of(page):
    """The query in the address."""
    return parse_qs(urlsplit(page.url).query).get("q", [""])[0]


def expect_count(page, hits):
    expect(page.locator("#count")).to_have_text("1 photo" if hits == 1 else f"{hits} photos")


def eventually(page, condition, seconds=15):
    """Waits for what only Python can see; the pages' policy forbids to evaluate texts in them."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"It did not happen within {seconds} s, at {page.url}"
        page.wait_for_timeout(50)


def expect_query(page, pattern):
    eventually(page, lambda: re.search(pattern, query_of(page)))


def expect_other_query(page, before):
    """The query has changed, and changes no more."""
    eventually(page, lambda: query_of(page) != before)
    page.wait_for_timeout(1000)


def expect_hits(page, query, hits):
    """The server finds so many photos."""
    eventually(page, lambda: count_on_server(page, query) == hits)


def count_on_server(page, query):
    answer = page.request.get("/api/v1/search", params={"q": query})
    return answer.json()["count"]


def expect_all_imported(page):
    """Nine photos and a damaged file, without loading the page again."""
    outcome = page.get_by_label("Uploads", exact=True)
    expect(outcome).to_contain_text("9 imported", timeout=90_000)
    expect(outcome).to_contain_text("1 damaged")
    damaged = page.locator(".upload", has_text="damaged.jpg")
    expect(damaged).to_contain_text(re.compile("cut short|truncated|damaged", re.IGNORECASE))


def expect_export(download):
    """The table holds the nine photos and their columns."""
    with open(download.path(), encoding="utf-8-sig") as file:
        lines = file.read().splitlines()
    assert len(lines) == 10, lines
    assert "latitude" in lines[0]
