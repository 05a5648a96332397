"""fill_web.py PROGRAM: what only the web app makes: accounts, a session, a token, a turned photo, a job."""

import http.client
import json
import re
import subprocess
import sys
import time

PORT = 8399
server = subprocess.Popen(
    [sys.argv[1], "serve", "--port", str(PORT)], stdout=subprocess.PIPE, text=True
)
headers = {"Origin": f"http://127.0.0.1:{PORT}", "User-Agent": "Example browser"}


def call(method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    data = None if body is None else json.dumps(body)
    typed = {} if body is None else {"Content-Type": "application/json"}
    connection.request(method, "/api/v1" + path, data, headers | typed)
    answer = connection.getresponse()
    text = answer.read().decode()
    print(method, path, answer.status, text[:120])
    if answer.status >= 400:
        sys.exit(1)
    if cookie := answer.getheader("Set-Cookie"):
        headers["Cookie"] = cookie.split(";")[0]
    return json.loads(text) if text else None


try:
    for line in server.stdout:
        if code := re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", line):
            break
    account = {"name": "Ada", "password": "correct horse battery"}
    call("POST", "/setup", account | {"code": code.group()})
    headers["X-CSRF-Token"] = call("GET", "/session")["csrf"]
    call("POST", "/users", {"name": "Bob", "role": "viewer", "password": "staple correct horse"})
    call("POST", "/account/tokens", {"name": "script", "scope": "read"})
    call("PUT", "/photos/1/turn", {"turn": 90})
    call("POST", "/jobs", {"kind": "refresh", "folders": []})
    while any(job["state"] in ("waiting", "running") for job in call("GET", "/jobs")["jobs"]):
        time.sleep(0.5)
finally:
    server.terminate()
    server.wait(20)
