"""A server of files on this machine that stands in for the world: it can be slow, and remembers."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FileServer:
    """Serves `files` (bytes by path). `hold` makes it stop in the middle of each file until it is set."""

    def __init__(self, files):
        self.files = files
        self.ranges = []
        self.hold = threading.Event()
        self.hold.set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer._answer(self)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def _answer(self, request):
        content = self.files.get(request.path)
        if content is None:
            return request.send_error(404)
        wanted = request.headers.get("Range")
        self.ranges.append(wanted)
        begin = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted else 0
        request.send_response(206 if wanted else 200)
        if wanted:
            request.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        request.send_header("Accept-Ranges", "bytes")
        request.send_header("Content-Length", str(len(content) - begin))
        request.end_headers()
        middle = begin + (len(content) - begin) // 2
        try:
            request.wfile.write(content[begin:middle])
            request.wfile.flush()
            self.hold.wait(60)
            request.wfile.write(content[middle:])
        except OSError:
            # Whoever asked has gone, as the test of cancelling wants it.
            pass

    def close(self):
        self.hold.set()
        self._server.shutdown()
        self._server.server_close()
