"""A small client of the JSON API, with the standard library alone."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar


class Problem(AssertionError):
    """An answer that is an error, with its problem+json."""

    def __init__(self, status, body):
        super().__init__(f"{status}: {body[:300]!r}")
        self.status = status
        self.body = body


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Client:
    def __init__(self, address):
        self.address = address
        self.cookies = CookieJar()
        self.csrf = None
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), NoRedirects,
            urllib.request.HTTPCookieProcessor(self.cookies),
        )

    def raw(self, method, path, data=None, headers=None):
        """Status, headers and body of any answer, also of an error. The path is from the root."""
        request = urllib.request.Request(
            self.address + path, data=data, headers=headers or {}, method=method)
        try:
            with self._opener.open(request, timeout=120) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def get(self, path, **parameters):
        """What the API answers to GET; JSON as Python values."""
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        return self._decoded(*self.raw("GET", f"/api/v1/{path}{query}"))

    def send(self, method, path, body=None):
        """An action: bytes are sent as they are, anything else as JSON."""
        if self.csrf is None:
            self.csrf = self.get("session")["csrf"]
        is_binary = isinstance(body, bytes)
        headers = {
            "X-CSRF-Token": self.csrf,
            "Content-Type": "application/octet-stream" if is_binary else "application/json",
        }
        data = body if is_binary or body is None else json.dumps(body).encode()
        return self._decoded(*self.raw(method, f"/api/v1/{path}", data, headers))

    def sign_in(self, name, password):
        self.send("POST", "session", {"name": name, "password": password})
        # The token belongs to the session, which is a new one now.
        self.csrf = None
        return self

    def wait_for_jobs(self, seconds=120):
        """Waits until nothing is waiting or running."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            jobs = self.get("jobs")["jobs"]
            if not any(job["state"] in ("waiting", "running") for job in jobs):
                return jobs
            time.sleep(0.2)
        raise AssertionError(f"Jobs are not done after {seconds} s: {jobs}")

    def wait_for_installs(self, seconds=60):
        """Waits until no network is being installed or verified; gives the last one."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            last = self.get("models/installs")["installs"][0]
            if last["state"] != "running":
                assert last["state"] == "done", last
                return last
            time.sleep(0.1)
        raise AssertionError(f"It is not installed after {seconds} s: {last}")

    @staticmethod
    def _decoded(status, headers, body):
        if status >= 400:
            raise Problem(status, body)
        is_json = "json" in (headers.get("Content-Type") or "")
        return json.loads(body) if is_json and body else body
