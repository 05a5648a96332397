"""axe-core on the page that is open."""

from support.program import DEPS

SOURCE = (DEPS / "browser" / "axe_playwright_python" / "axe.min.js").read_text()


def violations(page):
    """One line for each rule that the page breaks, with the first places. On a slow machine what a page
    shows comes late: its heading is waited for."""
    page.locator("h1").first.wait_for(state="attached")
    with page.context.guard.off(page):
        page.evaluate(SOURCE)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [
        f"{found['id']} ({found['impact']}): {found['help']}\n"
        + "\n".join(f"    {node['target']} {node['failureSummary']}" for node in found["nodes"][:4])
        for found in result["violations"]
    ]
