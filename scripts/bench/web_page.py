"""Explore in Chromium: how soon it shows something, and how smoothly it scrolls.

    web_page.py LIBRARY

Headless Chromium draws with the processor, which it shares with the server: a computer with a
graphics card is quicker.
"""

import sys
import time

from playwright.sync_api import sync_playwright
from support.guard import CHROMIUM_ARGUMENTS
from support.program import ADMINISTRATOR, CHROMIUM, Server

# Notes the time between frames while it is told to.
FRAMES = """
window.frames_ = [];
let last = null;
function frame(now) {
  if (last !== null) window.frames_.push(now - last);
  last = now;
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
FIND_SCROLLER = """
let node = document.querySelector('.tile');
while (node && !(node.scrollHeight > node.clientHeight * 2 && getComputedStyle(node).overflowY !== 'visible'))
  node = node.parentElement;
window.scroller_ = node ?? document.scrollingElement;
"""


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def frames_during(page, action):
    page.evaluate("window.frames_.length = 0")
    action()
    return page.evaluate("window.frames_")


def say_frames(name, frames):
    late = sum(1 for gap in frames if gap > 34)
    print(f"  {name:34} p50 {percentile(frames, 0.5):5.1f}   p95 {percentile(frames, 0.95):5.1f}"
          f"   max {max(frames):6.1f} ms   {late} of {len(frames)} frames later than 34 ms")


def open_explore(page, server):
    start = time.perf_counter()
    page.goto(server.address + "/", wait_until="commit")
    page.wait_for_selector(".tile", timeout=60_000)
    grid = (time.perf_counter() - start) * 1000
    page.wait_for_selector(".tile.shown, .tile.broken", timeout=60_000)
    pictures = (time.perf_counter() - start) * 1000
    print(f"  first paint {page.evaluate(PAINT):.0f} ms, grid {grid:.0f} ms, pictures {pictures:.0f} ms")


def wheel(page, notches, pause):
    def turn():
        for _ in range(notches):
            page.mouse.wheel(0, 120)
            page.wait_for_timeout(pause)
    return turn


def jump(page):
    """To ten places far apart, as the scrubber does, until pictures are there again."""
    for share in (0.5, 0.1, 0.9, 0.33, 0.75, 0.02, 0.6, 0.97, 0.25, 0):
        page.evaluate(f"scroller_.scrollTop = scroller_.scrollHeight * {share}")
        page.wait_for_timeout(400)


def heap_megabytes(page):
    tools = page.context.new_cdp_session(page)
    tools.send("HeapProfiler.collectGarbage")
    return tools.send("Runtime.getHeapUsage")["usedSize"] / 1e6


def sign_in(context, server):
    server.set_up()
    token = context.request.get(server.address + "/api/v1/session").json()["csrf"]
    name, password = ADMINISTRATOR
    context.request.post(
        server.address + "/api/v1/session", data={"name": name, "password": password},
        headers={"X-CSRF-Token": token})


def measure(browser, server):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    sign_in(context, server)
    page = context.new_page()
    page.add_init_script(FRAMES)
    for visit in ("first visit", "again"):
        print(f"Explore, {visit}")
        open_explore(page, server)
    page.evaluate(FIND_SCROLLER)
    box = page.locator(".tile").first.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.wait_for_timeout(1000)
    print("Time between frames")
    say_frames("standing still", frames_during(page, lambda: page.wait_for_timeout(1500)))
    say_frames("wheel, 50 notches a second", frames_during(page, wheel(page, 200, 20)))
    say_frames("wheel, as fast as it goes", frames_during(page, wheel(page, 300, 0)))
    say_frames("jumps to ten far places", frames_during(page, lambda: jump(page)))
    print(f"  elements in the page {page.evaluate('document.querySelectorAll(`*`).length')}, "
          f"scripts' memory {heap_megabytes(page):.0f} MB, "
          f"server {server.resident_megabytes():.0f} MB")


def main(library):
    # The first time, places of all photos are looked up.
    server = Server(library, patience=600)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
            measure(browser, server)
            browser.close()
    finally:
        server.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
