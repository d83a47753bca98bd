"""What the measurements share: commands, medians, a stock site, a server, a browser."""

import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from engines import CONFIGS
from prepare import find_browser

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("seeds", "scripts", "docs/prose", "docs/drawings", "docs/theme")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

STOCK = """
site_name: stock
site_url: http://127.0.0.1/
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: {language}, font: false}}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
validation: {{omitted_files: ignore, anchors: ignore}}
"""


def run(command: Sequence[object], cwd: Path = ROOT, **environment: str) -> None:
    """Run a command quietly; a failing one stops the bench."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    subprocess.run([*map(str, command)], cwd=cwd, env=environment, check=True, capture_output=True)


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    started = time.monotonic()
    action()
    return time.monotonic() - started


def alternating(actions: Mapping[str, Callable[[], object]], rounds: int = 3) -> dict[str, float]:
    """Return the median seconds of each action; they take turns, so that all see one machine."""
    found: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            found[name].append(seconds(action))
    return {name: statistics.median(times) for name, times in found.items()}


def stock_site(folder: Path, language: str) -> Path:
    """Build the same Markdown with the theme and its search as they come."""
    site = folder / f"stock-{language}"
    config = ROOT / f".build/stock-{language}.yml"
    config.write_text(STOCK.format(docs=ROOT / "docs" / language, site=site, language=language))
    run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", config])
    config.unlink()
    return site


def copied_project(folder: Path) -> Path:
    """Copy what a project is made of, so that a measurement may change it."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in CONFIGS.values():
        shutil.copy(ROOT / name, folder / name)
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder as a static host would, compressed; yield the address."""
    command = [sys.executable, "-u", Path(__file__).with_name("host.py"), folder]
    with subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, text=True) as process:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Open the browser that the tests use."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield browser
        browser.close()


def compressed(path: Path) -> float:
    """Return the size of a file after gzip -9, in kB."""
    return len(gzip.compress(path.read_bytes(), 9)) / 1000


def number_after(words: str, text: str) -> float:
    """Return the number that follows some words in what a command printed."""
    return float(re.search(rf"{re.escape(words)}\s*([\d.]+)", text)[1])
