"""The program under test: its commands, and a server of its own for whoever asks."""

import os
import re
import subprocess
import threading
from pathlib import Path

from support.client import Client

ROOT = Path(__file__).resolve().parents[3]
BUILD = Path(os.environ.get("MERIDIAN_BUILD", ROOT / ".build" / "release"))
DEPS = ROOT / ".deps"
# Chromium without its window: the same engine, without what draws menus and bars.
CHROMIUM = "/usr/bin/chromium-headless-shell"

ADMINISTRATOR = ("Ada Lovelace", "a long enough password")
VIEWER = ("Vera", "just a viewer")
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)")
CODE = re.compile(r"One-time code: (\S+)")


def meridian(*arguments):
    """Runs a command to its end and gives what it printed."""
    command = [str(BUILD / "meridian"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def sample_trip(folder):
    """The invented journey with real photographs, and with files that went wrong."""
    subprocess.run(
        [str(BUILD / "sample-trip"), str(DEPS / "sample-photos"), str(folder)],
        check=True, capture_output=True, timeout=600,
    )
    return folder


class Server:
    """`meridian serve` on a free port. `address`, and on a first visit `code`, are as printed."""

    def __init__(self, library, *arguments, patience=60):
        self.address = self.code = None
        self.lines = []
        self._ready = threading.Event()
        command = [BUILD / "meridian", "serve", "--library", library, "--port", "0", *arguments]
        self.process = subprocess.Popen(
            list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            # Nobody waits for anything but the test: a training has its full share beside the browsers.
            env=os.environ | {"MERIDIAN_NICENESS": "0"},
        )
        threading.Thread(target=self._read, daemon=True).start()
        if not self._ready.wait(patience) or self.address is None:
            self.stop()
            raise AssertionError("The server did not start:\n" + "".join(self.lines))

    def _read(self):
        """The code, if there is one, comes before or right after the address."""
        for line in self.process.stdout:
            self.lines.append(line)
            if found := CODE.search(line):
                self.code = found[1]
            if found := ADDRESS.search(line):
                self.address = found[1]
                threading.Timer(0.3, self._ready.set).start()
        self._ready.set()

    def client(self):
        return Client(self.address)

    def set_up(self):
        """The first visit, without a browser; or another one. Gives a client who is signed in."""
        client = self.client()
        name, password = ADMINISTRATOR
        if client.get("session")["first_visit"]:
            client.send("POST", "setup", {"code": self.code, "name": name, "password": password})
            client.csrf = None
        return client.sign_in(name, password)

    def add_viewer(self, client):
        """Somebody who may only look."""
        name, password = VIEWER
        client.send("POST", "users", {"name": name, "role": "viewer", "password": password})

    def resident_megabytes(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1000

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
