"""What a first reading costs over the wire, and when it is seen: ours beside stock pages."""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from guide.library import LANGUAGES
from measure.tools import ROOT, browsing, compressed, serving, stock_site

PAGES = (
    "",
    "texts/nk/read/",
    "texts/ibd/read/",
    "claims/",
    "claims/ibd/remission-59-2/",
    "glossary/",
    "explain/what-mice-tell/",
)
ROUNDS = 5
SLOWEST = 60  # kB, of one page
OBSERVE = """
globalThis.seen = {paint: 0, shift: 0};
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.paint = entry.startTime;
}).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


def light() -> None:
    """Print bytes, requests, largest paint and layout shift of some pages, then the heaviest."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        stock_site(Path(folder), "zh")
        with serving(ROOT / "site") as ours, serving(Path(folder)) as stock:
            _table(browser, f"{ours}/zh/", f"{stock}/stock-zh/")
    print(f"\nheaviest pages, kB compressed (target {SLOWEST})")
    every = (
        (compressed(p), p) for lang in LANGUAGES for p in (ROOT / "site" / lang).rglob("*.html")
    )
    for size, path in sorted(every, reverse=True)[:5]:
        print(f"  {size:6.1f}  {path.relative_to(ROOT / 'site').parent}")


def _table(browser: Browser, ours: str, stock: str) -> None:
    print(f"\nlight pages, Chinese, cold cache, gzip, medians of {ROUNDS} alternating visits")
    print(
        "kB until loaded (target ratio 0.75), kB in all, largest paint in ms, layout shift; hosts"
    )
    print(
        f"{'':28}{'kB ours':>8}{'stock':>7}{'ratio':>7}{'in all':>8}{'stock':>7}"
        f"{'LCP':>6}{'stock':>7}{'shift':>7}{'stock':>7}{'hosts':>6}"
    )
    for path in PAGES:
        mine, theirs = [], []
        for _ in range(ROUNDS):
            mine.append(_visited(browser, ours + path))
            theirs.append(_visited(browser, stock + path))
        first, whole, paint, shift, hosts = map(statistics.median, zip(*mine, strict=True))
        first2, whole2, paint2, shift2, _ = map(statistics.median, zip(*theirs, strict=True))
        print(
            f"{path or '(home)':28}{first:8.1f}{first2:7.1f}{first / first2:7.2f}"
            f"{whole:8.1f}{whole2:7.1f}{paint:6.0f}{paint2:7.0f}"
            f"{shift:7.3f}{shift2:7.3f}{hosts:6.0f}"
        )


def _visited(browser: Browser, address: str) -> tuple[float, float, float, float, int]:
    """Visit a page as a new reader.

    Return the kB until it has loaded, the kB until nothing more is fetched (the
    stock search fetches its index), largest paint (ms), layout shift, other hosts.
    """
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(OBSERVE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    first = sum(sizes) / 1000
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("seen")
    context.close()
    strangers = {url for url in asked if not url.startswith(("http://127.0.0.1", "data:"))}
    return first, sum(sizes) / 1000, seen["paint"], seen["shift"], len(strangers)
