"""Finding one's way with the Tab key."""

import re

# The accessible name of what has the focus, near enough for finding one's way.
FOCUSED = """() => {
  let node = document.activeElement;
  const label = node.getAttribute('aria-label')
    || (node.labels?.length ? node.labels[0].textContent : '') || node.innerText || '';
  return label.trim().replace(/\\s+/g, ' ');
}"""


def tab_to(page, pattern, backwards=False, most=150):
    """Presses Tab until something so named has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        seen.append(page.evaluate(FOCUSED)[:60])
        if re.search(pattern, seen[-1]):
            return
    raise AssertionError(f"Tab does not lead to {pattern}; it led to {seen}")


def tab_until(page, target, most=60):
    """Presses Tab until the target has the focus, unless it has."""
    for _ in range(most):
        if target.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {target}")
