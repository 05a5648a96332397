"""What both stories, that of the mouse and that of the keyboard, expect to see."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def query_of(page):
    """The query in the address."""
    return parse_qs(urlsplit(page.url).query).get("q", [""])[0]


def expect_count(page, text):
    expect(page.locator("#count")).to_have_text(text)


def expect_query(page, pattern):
    page.wait_for_function(
        "pattern => new RegExp(pattern).test(new URL(location.href).searchParams.get('q') ?? '')",
        arg=pattern)


def count_on_server(page, query):
    answer = page.request.get("/api/v1/search", params={"q": query})
    return answer.json()["count"]


def expect_all_imported(page):
    """Nine photos and a damaged file, without loading the page again."""
    outcome = page.get_by_label("Uploads", exact=True)
    expect(outcome).to_contain_text("9 imported", timeout=90_000)
    expect(outcome).to_contain_text("1 damaged")
    damaged = page.locator(".upload", has_text="damaged.jpg")
    expect(damaged).to_contain_text(re.compile("too early|truncated|damaged", re.IGNORECASE))


def expect_export(download):
    """The table holds the nine photos and their columns."""
    lines = open(download.path(), encoding="utf-8-sig").read().splitlines()
    assert len(lines) == 10, lines
    assert "latitude" in lines[0]
