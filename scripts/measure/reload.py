"""How long an editor waits: a claim is saved, and the open page shows it."""

import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure.tools import browsing, copied_project

CLAIM = "seeds/claims/nk/persistence-4-weeks-10x.toml"
GIST = re.compile(r"(?s)(\[gist\]\n.*?\nen = )\"[^\n]*\"")
PAGE = "en/claims/nk/persistence-4-weeks-10x/"
SHOWN = "(words) => document.body?.textContent.includes(words)"
EDITS = 7
PATIENCE = 60_000  # milliseconds
REST = 6.0  # seconds between edits: the other pages follow the one that is open


def reload() -> None:
    """Print the seconds from saving a claim to its words in the browser."""
    with tempfile.TemporaryDirectory() as folder:
        project = copied_project(Path(folder))
        port = _free_port()
        command = [sys.executable, "scripts/serve.py", "--port", str(port)]
        with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE) as server:
            while b"serving" not in server.stdout.readline():
                pass
            try:
                found = _edits(project, f"http://127.0.0.1:{port}/{PAGE}")
            finally:
                server.terminate()
    print("\nreload: a claim's gist saved -> its page shows it, seconds (target 1.5)")
    print(f"  median {statistics.median(found):.2f}, longest {max(found):.2f}, of {len(found)}")


def _edits(project: Path, address: str) -> list[float]:
    """Save one claim again and again and wait for each in the browser."""
    claim = project / CLAIM
    record = claim.read_text("utf-8")
    found = []
    with browsing() as browser:
        page = browser.new_page()
        page.goto(address)
        for number in range(EDITS):
            words = f"Edit {number} of the bench."
            time.sleep(REST)
            claim.write_text(GIST.sub(rf'\g<1>"{words}"', record), encoding="utf-8")
            saved = time.monotonic()
            page.wait_for_function(SHOWN, arg=words, timeout=PATIENCE)
            found.append(time.monotonic() - saved)
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
