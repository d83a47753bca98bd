"""What the tests share: a tiny world to break, the built site, and a browser."""

import functools
import http.server
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import build
from prepare import find_browser

ROOT = Path(__file__).resolve().parent.parent
VALID = ROOT / "tests/worlds/valid"
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="record the golden pages anew")
    parser.addoption("--engine", default="mkdocs", help="what renders the real site")


@pytest.fixture
def world(tmp_path):
    """A copy of the tiny valid world, to be broken."""
    return Path(shutil.copytree(VALID, tmp_path / "world"))


@pytest.fixture
def project(tmp_path):
    """The tiny world as a project that can be built."""
    root = tmp_path / "project"
    shutil.copytree(VALID, root, ignore=shutil.ignore_patterns("golden"))
    (root / ".build").mkdir()
    return with_frame(root)


def with_frame(root):
    """Give a world what MkDocs needs to render it: the configuration and the theme."""
    for name in build.CONFIGS.values():
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "docs/theme", root / "docs/theme")
    return root


class Site:
    """A folder of files, served on this machine as a static host would."""

    def __init__(self, folder):
        self.folder = folder
        handler = functools.partial(QuietHandler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def pages(self):
        """Every HTML page that readers meet, as paths under the folder."""
        return sorted(p.relative_to(self.folder) for p in self.folder.rglob("*.html"))

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory, request):
    """The whole real site, built once in a folder of its own and served."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    for folder in ("docs/prose", "docs/drawings"):
        shutil.copytree(ROOT / folder, root / folder)
    with_frame(root)
    (root / ".build").mkdir()
    engine = request.config.getoption("--engine")
    assert build.build(root, build.LOCAL, engine=engine) == 0
    served = Site(root / "site")
    yield served
    served.close()


@pytest.fixture(scope="session")
def chromium():
    """One headless Chromium for all browser tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_FLAGS)
        yield browser
        browser.close()


class Visit:
    """A reader's visit: a page, what it asked for, and what went wrong in it."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.address = address
        self.faults = []
        self.requests = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.text} ({message.location.get('url')})")

    def go(self, path):
        self.page.goto(self.address + path)
        return self.page


def until(page, condition):
    """Wait for a condition of the page; Playwright's own waiting evaluates, which our policy forbids."""
    page.evaluate(
        f"async () => {{ while (!({condition})) await new Promise(requestAnimationFrame); }}"
    )


@pytest.fixture
def visit(chromium, request):
    """Open the site as a reader does: ``visit("/zh/", width=390)``; a fault fails the test."""
    contexts, visits = [], []

    def open_page(path, width=1280, height=900, address=None, **options):
        options.setdefault("permissions", ["clipboard-read", "clipboard-write"])
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        visits.append(Visit(context, address or request.getfixturevalue("site").address))
        return visits[-1].go(path)

    yield open_page
    faults = [fault for v in visits for fault in v.faults]
    strangers = [
        r for v in visits for r in v.requests if not r.startswith(("http://127.", "data:", "file:"))
    ]
    for context in contexts:
        context.close()
    assert faults == []
    assert strangers == []
