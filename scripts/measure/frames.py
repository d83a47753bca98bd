"""How smoothly the two long lists scroll and filter on a processor four times slower."""

import statistics

from playwright.sync_api import Page

from measure.tools import ROOT, browsing, serving

SLOWER = 4
FRAME = 1000 / 60  # milliseconds
WATCH = """
globalThis.watched = {frames: [], tasks: []};
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.tasks.push(entry.duration);
}).observe({type: 'longtask'});
let last = performance.now();
requestAnimationFrame(function step(now) {
    watched.frames.push(now - last);
    last = now;
    requestAnimationFrame(step);
});
"""
SCROLL = """async () => {
    watched.frames.length = watched.tasks.length = 0;
    const end = document.documentElement.scrollHeight - innerHeight;
    for (let at = 0; at < end; at += 120) {
        scrollTo(0, at);
        await new Promise(requestAnimationFrame);
    }
    return watched;
}"""
TYPE = """async ([selector, words]) => {
    const box = document.querySelector(selector);
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    watched.frames.length = watched.tasks.length = 0;
    for (let n = 1; n <= words.length; n++) {
        box.value = words.slice(0, n);
        box.dispatchEvent(new Event('input', {bubbles: true}));
        await wait(150);
    }
    box.value = '';
    box.dispatchEvent(new Event('input', {bubbles: true}));
    await wait(300);
    return watched;
}"""
CHOOSE = """async () => {
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    watched.frames.length = watched.tasks.length = 0;
    for (const box of document.querySelectorAll('.filters select')) {
        for (const option of [...box.options].slice(0, 4).concat(box.options[0])) {
            box.value = option.value;
            box.dispatchEvent(new Event('change', {bubbles: true}));
            await wait(150);
        }
    }
    return watched;
}"""


def frames() -> None:
    """Print frames per second, frames that came more than half a frame late, the longest task."""
    print(f"\nframes, processor {SLOWER}× slower (target: 60 a second)")
    print(f"{'':34}{'median/s':>9}{'dropped':>9}{'of':>6}{'longest task ms':>17}")
    with serving(ROOT / "site") as address, browsing() as browser:
        for name, path in (("ledger", "zh/claims/"), ("glossary", "zh/glossary/")):
            page = browser.new_page(viewport={"width": 390, "height": 844})
            page.add_init_script(WATCH)
            page.goto(f"{address}/{path}", wait_until="networkidle")
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            _row(f"{name}, scroll", page.evaluate(SCROLL))
            page.evaluate("scrollTo(0, 0)")
            _row(f"{name}, filter", _filtered(page, name))
            page.close()


def _filtered(page: Page, name: str) -> dict[str, list[float]]:
    if name == "ledger":
        return page.evaluate(CHOOSE)
    return page.evaluate(TYPE, [".glossary input[type=search]", "xibao"])


def _row(name: str, seen: dict[str, list[float]]) -> None:
    took = seen["frames"][1:]
    dropped = sum(frame > 1.5 * FRAME for frame in took)
    longest = max(seen["tasks"], default=0)
    print(
        f"  {name:32}{1000 / statistics.median(took):9.1f}{dropped:9}{len(took):6}{longest:17.0f}"
    )
