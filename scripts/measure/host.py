"""A static host in small: the files of a folder, text compressed with gzip, nothing cached.

``python host.py FOLDER`` prints its port and serves until it is ended.
"""

import functools
import gzip
import http.server
import io
import sys
from pathlib import Path

TEXT = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"})


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends a file, smaller if it is text."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | None:
        """Send the headers; return the body."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return None
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix in TEXT:
            body = _squeezed(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@functools.cache
def _squeezed(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


if __name__ == "__main__":
    handler = functools.partial(Handler, directory=sys.argv[1])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    print(server.server_port, flush=True)
    server.serve_forever()
