"""The site under its own policy: in every page, as headers, and obeyed in the browser."""

import functools
import http.server
import re
import threading

import pytest

import engines
from conftest import ROOT, QuietHandler
from guide import headers
from kinds import KINDS
from order import ordered

REMEMBERED = {"theme", "reading-mode"}


@pytest.fixture(scope="module")
def guarded(site):
    """The site as a host serves it that knows our ``_headers``."""

    class Handler(QuietHandler):
        def end_headers(self):
            for name, value in headers.headers().items():
                self.send_header(name, value)
            super().end_headers()

    handler = functools.partial(Handler, directory=str(site.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Watched:
    """A visit in which every breach of the policy and every complaint is noted."""

    def __init__(self, context, address):
        self.context, self.address, self.breaches = context, address, []
        context.expose_function("breach", self._broke)
        context.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => "
            "breach(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`))"
        )
        self.page = context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.breaches.append(str(error)))

    def _broke(self, what):
        self.breaches.append(what)

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.breaches.append(message.text)

    def go(self, path):
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def watched(chromium, guarded):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield Watched(context, guarded)
    context.close()


# ------------------------------------------------------------------- as written
def test_the_policy_allows_nothing_loose():
    """No inline code, no eval, no other host, no frame around us; all else is forbidden."""
    assert headers.POLICY["default-src"] == "'none'"
    assert {"script-src", "base-uri", "form-action", "frame-ancestors"} <= set(headers.POLICY)
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", headers.policy())
    assert "frame-ancestors" not in headers.policy(meta=True)


def test_every_page_carries_the_policy_before_anything_it_loads(site):
    """In a meta element, for hosts that send no headers of ours."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{headers.policy(meta=True)}">'
    for path in site.pages():
        head = (site.folder / path).read_text(encoding="utf-8").split("</head>")[0]
        assert head.count(meta) == 1, path
        assert not re.search("<(link|script)", head.split(meta)[0]), path


def test_no_sheet_holds_pictures_that_the_policy_forbids(site):
    """The theme's own carry some, which are left out; nothing else of them changes."""
    sheets = list(site.folder.glob("*/assets/**/*.css"))
    assert len(sheets) >= 4
    assert [s.name for s in sheets if "data:" in s.read_text("utf-8")] == []
    css = """:root{--a:url("data:image/svg+xml,<svg d='M0 (1)'/>");--b:url(x.svg)}.c{color:red}"""
    assert engines.without_pictures(css) == ":root{--a:none;--b:url(x.svg)}.c{color:red}"


def test_no_page_needs_what_the_policy_forbids(site):
    """No script or style inside a page, none on an element."""
    loose = re.compile(r"<style|<script(?![^>]*\ssrc=)|<[a-z][^>]*\s(style|on[a-z]+)=")
    data = re.compile(r'<script type="application/ld\+json">.*?</script>', re.S)
    for path in site.pages():
        text = data.sub("", (site.folder / path).read_text(encoding="utf-8"))
        assert loose.search(re.sub(r'="[^"]*"', '="…"', text)) is None, path


def test_the_files_for_hosts_say_the_same(site):
    """``_headers`` and the sample for nginx come from one place."""
    shipped = (site.folder / "_headers").read_text(encoding="utf-8")
    sample = (ROOT / "docs/hosting/nginx.conf").read_text(encoding="utf-8")
    assert shipped == headers.host_file()
    assert sample == headers.nginx(), "run .venv/bin/python scripts/hosting.py"
    for name, value in headers.headers().items():
        assert f"  {name}: {value}\n" in shipped
        assert f'add_header {name} "{value}" always;' in sample


def test_a_bare_build_has_no_policy():
    """``--bare`` is ordered by the server, which puts a script into the page; others get it whole."""
    assert ordered(["--bare"]).policy == ""
    assert ordered([]).policy == headers.policy(meta=True)


# ------------------------------------------------------------------ in a browser
@pytest.mark.browser
def test_no_kind_of_page_breaks_the_policy(watched):
    """Both languages, headers and meta together, nothing complained of in the console."""
    for path in KINDS.values():
        for language in ("zh", "en"):
            watched.go(f"/{language}/{path}")
    assert watched.breaches == []


@pytest.mark.browser
def test_what_pages_do_keeps_to_the_policy_and_leaves_no_cookie(watched):
    """Search, verdict, copy, modes, filters, picks, notes, dark; only two choices are kept."""
    page = watched.go("/en/texts/ibd/read/")
    page.locator("#ibd-18-2 .flag").first.click()
    page.locator(".verdict:popover-open").wait_for()
    page.keyboard.press("Escape")
    page.locator(".modes [data-mode=zh]").click()
    page.locator("#ibd-2-1 .permalink").click()
    page.locator(".status", has_text="copied").wait_for()
    page.locator(".theme-switch").click()
    page.locator(".search input").fill("59.2")
    page.locator("[data-search-results] a").first.wait_for()
    page = watched.go("/zh/glossary/?find=msc")
    page.locator("#mesenchymal-stromal-cell:visible").wait_for()
    page = watched.go("/zh/claims/?finding=untraced")
    page = watched.go("/en/compare/ibd-options/?options=hsct,treg")
    page.locator("a.note:visible").first.click()
    page.locator(".note-tip:popover-open").wait_for()
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert set(kept) == REMEMBERED
    assert watched.context.cookies() == []
    assert watched.breaches == []


@pytest.mark.browser
def test_the_policy_is_in_force(watched):
    """A script that someone slips into a page does not run, and the breach is seen."""
    page = watched.go("/en/about/")
    page.evaluate("""() => { const e = document.createElement("script");
        e.textContent = "globalThis.slipped = true"; document.body.append(e); }""")
    assert page.evaluate("globalThis.slipped") is None
    assert any("script-src" in breach for breach in watched.breaches)


@pytest.mark.browser
def test_a_page_from_disk_loads_all_under_the_policy(chromium, site):
    """Style, scripts and search index come from the folder too."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto((site.folder / "en/about/index.html").as_uri() + "?q=homing")
    page.locator("[data-search-results] a").first.wait_for()
    assert page.locator(".site-header").evaluate("e => getComputedStyle(e).position") == "sticky"
    context.close()
