"""Measure what the issues name, in tables (``make bench``, ``make bench ONLY=time,reload``).

Ours stands beside stock MkDocs with Material on the same Markdown, in the same
run. Nothing here is a test: machines differ, and figures are read, not asserted.
"""

import argparse
import os
import platform
import sys
import time
from pathlib import Path

from guide.reader import read
from measure.building import building
from measure.frames import frames
from measure.light import light
from measure.reload import reload
from measure.scale import scale
from measure.search import search
from measure.tools import ROOT

TOPICS = {
    "time": building,
    "reload": reload,
    "light": light,
    "frames": frames,
    "search": search,
    "scale": scale,
}


def main() -> int:
    """Measure every topic, or those that are named; print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help=f"some of: {','.join(TOPICS)}")
    named = parser.parse_args().only.split(",")
    chosen = [topic for topic in TOPICS if topic in named] or list(TOPICS)
    if set(named) - {"", *TOPICS}:
        parser.error(f"topics are: {', '.join(TOPICS)}")
    if read(ROOT)[1]:
        print("mend the seeds first: make check")
        return 1
    print(f"machine: {_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    started = time.monotonic()
    for topic in chosen:
        TOPICS[topic]()
        sys.stdout.flush()
    print(f"\nmeasured in {(time.monotonic() - started) / 60:.1f} minutes")
    return 0


def _processor() -> str:
    """Return the processor's name where the system tells it."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text().splitlines() if file.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    sys.exit(main())
