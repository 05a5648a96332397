"""No test waits for ever: after the limit it fails where it stands."""

import contextlib
import signal

# Far beyond what the longest one takes on a slow machine: a limit for what hangs, not a measurement.
SECONDS = 600


class TooLong(Exception):
    """A test, or what it needs, came to no end."""


@contextlib.contextmanager
def time_limit(seconds=SECONDS):
    """Ends what is within by an error after so many seconds; pytest runs tests in the main thread."""

    def stop(*_):
        raise TooLong(f"No end after {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
