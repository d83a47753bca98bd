"""Build the site, serve it, and renew it when something people write changes.

The server is MkDocs' own; it reloads the open pages. A build that fails prints
its problems and leaves the last good site being served.
"""

import argparse
import errno
import logging
import multiprocessing
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from guide.stamp import stamp

ROOT = Path(__file__).resolve().parent.parent
# docs/zh and docs/en are made by the build, so they are not watched.
RECORDS = ("seeds", "docs/prose", "docs/drawings")
MACHINERY = ("scripts", "docs/theme", "mkdocs.yml", "mkdocs.en.yml")
AGAIN = ".build/again"  # written when a step is done and another is to follow
POLL = 0.2  # seconds
PAUSE = 1.0  # seconds for the browser to load what it has been told to; then come the other pages


def main() -> int:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    arguments = parser.parse_args()
    worker = Worker(f"http://{arguments.host}:{arguments.port}/")
    server = LiveReloadServer(
        builder=worker.update,
        host=arguments.host,
        port=arguments.port,
        root=str(ROOT / "site"),
        polling_interval=POLL,
    )
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        server.server_bind()
    except (OSError, OverflowError) as error:
        print(f"serve: {_why(error, arguments.port)}", file=sys.stderr)
        return 1
    server.server_bind = lambda: None  # the port is ours already
    try:
        return _serve(server, worker)
    except KeyboardInterrupt:
        print("\nended")
        return 0
    finally:
        worker.stop()


def _serve(server: LiveReloadServer, worker: "Worker") -> int:
    worker.update()
    if not (ROOT / "site").is_dir():
        return 1
    (ROOT / AGAIN).touch()
    for path in (*RECORDS, *MACHINERY, AGAIN):
        server.watch(str(ROOT / path))
    print(f"serving {worker.address} (Ctrl-C ends it)", flush=True)
    try:
        server.serve()
    finally:
        server.shutdown()
    return 0


class Worker:
    """A process that keeps the project loaded; a new one whenever our own scripts change."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._process: multiprocessing.Process | None = None
        self._line: Connection | None = None
        self._machinery: frozenset = frozenset()

    def update(self) -> None:
        """Have the site renewed by one step; if another is to follow, see to it that it does."""
        self._renew()
        try:
            self._line.send("update")
            more = self._line.recv()
        except (EOFError, OSError):  # it fell over and has said why; the next change tries again
            self.stop()
            return
        if more:
            pause = threading.Timer(PAUSE, (ROOT / AGAIN).touch)
            pause.daemon = True
            pause.start()

    def _renew(self) -> None:
        """Start a process if there is none that has the present scripts and theme."""
        machinery = stamp(ROOT, MACHINERY)
        if self._process and self._process.is_alive() and machinery == self._machinery:
            return
        self.stop()
        self._machinery = machinery
        context = multiprocessing.get_context("spawn")  # it reads our scripts anew
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self.address), daemon=True)
        self._process.start()
        theirs.close()

    def stop(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.join()
        self._process = None


def _work(line: Connection, address: str) -> None:
    """Do what the process is for: a step of the proof for each word on the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's
    # The server itself needs nothing of the project.
    from order import ordered  # noqa: PLC0415
    from proof import Proof  # noqa: PLC0415

    # Bare, for the server puts the script that reloads inside the pages.
    proof = Proof(ROOT, ordered(["--bare", "--address", address]))
    with suppress(EOFError, OSError):  # the server has ended
        while line.recv():
            line.send(proof.update())


def _why(error: Exception, port: int) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; give another: make serve PORT={port + 1}"
    if isinstance(error, OSError) and error.errno == errno.EACCES:
        return f"port {port} needs more rights; give another: make serve PORT=8001"
    return f"port {port} cannot be used; give another: make serve PORT=8001"


if __name__ == "__main__":
    sys.exit(main())
