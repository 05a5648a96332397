"""The memory of the server that nobody uses, with an empty library.

    web_idle.py
"""

import tempfile
import time

from support.programme import Server


def main():
    with tempfile.TemporaryDirectory() as folder:
        server = Server(f"{folder}/library")
        try:
            time.sleep(10)
            print(f"Idle, empty library: {server.resident_megabytes():.0f} MB")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
