"""Folders and libraries that are made once for all tests, by whichever process needs one first.

Tests run in several processes side by side. What takes long to make (photos, an import) is made under a
lock, and each test that changes a library gets a copy of its own.
"""

import fcntl
import shutil
from pathlib import Path

from support.label_pictures import shape_photos
from support.program import Server, meridian


class Libraries:
    """`root` is a folder that all processes of a run share."""

    def __init__(self, root):
        self._root = Path(root)
        self._root.mkdir(parents=True, exist_ok=True)

    def folder(self, name, make):
        """The folder that `make(path)` fills, made once; for reading only."""
        folder = self._root / name
        folder.parent.mkdir(parents=True, exist_ok=True)
        with (self._root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                unfinished = self._root / f"{name}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                make(unfinished)
                unfinished.rename(folder)
        return folder

    def shapes(self, each):
        """The folder with so many discs and as many squares; its path has `/shapes/` in it."""
        return self.folder(f"shapes/{each}", lambda path: shape_photos(path, each))

    def copy(self, name, folders, destination):
        """A library of its own with the photos of some folders and an administrator, at `destination`.

        The name stands for the folders: whoever uses it again gets the same photos."""
        template = self.folder(f"library-{name}", lambda path: _fill(path, folders))
        shutil.copytree(template, destination)
        return destination


def _fill(library, folders):
    meridian("add", *folders, "--library", library)
    server = Server(library)
    server.set_up()
    server.stop()
