"""The check of outward addresses, against a server on this machine."""

import http.server
import threading

import pytest

import links

TOML = (
    '[good]\ntitle = "a"\n\n[moved]\ntitle = "b"\n\n[gone]\ntitle = "c"\n\n[closed]\ntitle = "d"\n'
)
STATUS = {"/good": 200, "/gone": 404, "/closed": 403}


class Host(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/good")
        else:
            self.send_response(STATUS[self.path])
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - what urllib asks after a redirect, before Python 3.13

    def log_message(self, *_):
        pass


@pytest.fixture
def host():
    """A host with a good page, a moved one, one that is gone, and one closed to programs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_dead_address_is_told_at_its_source(host):
    """What answers, even after a redirect, is fine; what is closed to programs is unknown."""
    named = {f"{host}/{key}": key for key in ("good", "moved", "gone", "closed")}
    found = [str(p) for p in links.verdicts(named, TOML, links.answers(named))]
    assert found == [
        f"seeds/references.toml:7: link-dead: {host}/gone answers 404; "
        "find its new address, or say copy_read",
        f"seeds/references.toml:10: warning: link-unknown: {host}/closed answers 403; open it by hand",
    ]


def test_a_host_that_is_away_is_dead_with_its_reason(host):
    """A name that nobody knows, a port that nobody listens on."""
    status = links.answer("http://127.0.0.1:9/")
    assert "refused" in str(status).lower()
