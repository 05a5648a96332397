"""Watches pages: nothing may go wrong in the console, and nothing may leave the machine."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

# Whatever a page or the browser itself asks for elsewhere fails at once, and is recorded.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class Guard:
    """Everything suspicious that the pages of a context did."""

    def __init__(self, context):
        self.found = []
        self._allowed = []
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"page error: {error.error}"))
        context.on("dialog", self._dialog)

    def allow(self, pattern):
        """For what a test provokes, such as a wrong password."""
        self._allowed.append(re.compile(pattern))

    @contextmanager
    def off(self, page):
        """For what is not the page's doing: axe itself sets styles that the policy refuses."""
        before = len(self.found)
        yield
        # The browser's messages come a little later.
        page.wait_for_timeout(100)
        del self.found[before:]

    def check(self):
        found = {text for text in self.found if not any(a.search(text) for a in self._allowed)}
        assert not found, "\n".join(sorted(found))

    def _note(self, text):
        self.found.append(text)

    def _request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self._note(f"request to another host: {request.url}")

    def _console(self, message):
        # Violations of the content security policy are reported as errors, too.
        if message.type in ("error", "warning"):
            place = message.location.get("url", "")
            self._note(f"console {message.type}: {message.text} ({place})")

    def _dialog(self, dialog):
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()
