"""The memory of the server that nobody uses, with an empty library.

    web_idle.py
"""

import tempfile
import time

from support.program import Server


def main():
    with tempfile.TemporaryDirectory() as folder:
        server = Server(f"{folder}/library")
        try:
            time.sleep(2)
            started = server.resident_megabytes()
            # Nobody asks: after five seconds the server gives back what it does not need.
            time.sleep(8)
            print(
                f"Idle, empty library: {server.resident_megabytes():.0f} MB"
                f" ({started:.0f} MB just after the start)")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
