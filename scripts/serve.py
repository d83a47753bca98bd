"""Build the site, serve it, and build again when something people write changes.

The server is MkDocs' own; it reloads the open pages. A build that fails prints
its problems and leaves the last good site being served.
"""

import argparse
import errno
import logging
import os
import subprocess
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

ROOT = Path(__file__).resolve().parent.parent
# docs/zh and docs/en are made by the build, so they are not watched.
WATCHED = (
    "seeds",
    "scripts",
    "docs/prose",
    "docs/drawings",
    "docs/theme",
    "mkdocs.yml",
    "mkdocs.en.yml",
)
POLL = 0.2  # seconds


def main() -> int:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    arguments = parser.parse_args()
    address = f"http://{arguments.host}:{arguments.port}/"
    server = LiveReloadServer(
        builder=lambda: _build(address),
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
    _build(address)
    if not (ROOT / "site").is_dir():
        return 1
    for path in WATCHED:
        server.watch(str(ROOT / path))
    print(f"serving {address} (Ctrl-C ends it)", flush=True)
    try:
        server.serve()
    except KeyboardInterrupt:
        print("\nended")
    finally:
        server.shutdown()
    return 0


def _build(address: str) -> None:
    """Build in a process of its own, so that changed scripts count at once."""
    environment = os.environ | {"GUIDE_URL": address}
    subprocess.run([sys.executable, str(ROOT / "scripts/build.py")], env=environment, check=False)


def _why(error: Exception, port: int) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; give another: make serve PORT={port + 1}"
    if isinstance(error, OSError) and error.errno == errno.EACCES:
        return f"port {port} needs more rights; give another: make serve PORT=8001"
    return f"port {port} cannot be used; give another: make serve PORT=8001"


if __name__ == "__main__":
    sys.exit(main())
