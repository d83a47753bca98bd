"""Seen and hit by everyone: large text, small screens, thumbs, forced colours, focus in sight."""

import pytest

from kinds import KINDS

pytestmark = pytest.mark.browser

# What one points at: everything that can be pressed, but a link within a sentence (WCAG 2.5.8
# exempts it, for it is as high as its line), and a box whose label is pressed with it.
SMALL = """() => {
    const inSentence = (e) => {
        const block = e.closest("p, li, dd, td, th, dt, h1, h2, h3, caption, summary, div");
        return getComputedStyle(e).display === "inline"
            && block.textContent.trim().length > e.textContent.trim().length;
    };
    return [...document.querySelectorAll("a[href], button, input, select, summary")]
        .filter((e) => e.checkVisibility() && !inSentence(e))
        .map((e) => [e, (e.closest("label") ?? e).getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.width < 23.9 || box.height < 23.9))
        .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`);
}"""
# Twice the text. Cut off: what a box that hides its overflow does not show.
LARGE = """() => {
    const root = document.documentElement;
    const first = document.querySelector("main p");
    const size = () => parseFloat(getComputedStyle(first).fontSize);
    const before = size();
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
    const hides = (e) => /hidden|clip/.test(getComputedStyle(e).overflow);
    const cut = [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility()
        && !e.closest("svg, .visually-hidden, thead") && hides(e)
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
    return [size() / before, root.scrollWidth - innerWidth, cut.map((e) => e.outerHTML.slice(0, 80))];
}"""


@pytest.fixture(scope="module")
def sheet(chromium):
    """One page for all looks."""
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def opened(sheet, site, language, width, path):
    sheet.set_viewport_size({"width": width, "height": 900})
    sheet.goto(f"{site.address}/{language}/{path}")
    return sheet


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_to_press_is_large_enough_for_a_thumb(sheet, site, width):
    """24 by 24 pixels on every kind of page; a link in a sentence is as high as its line."""
    for kind, path in KINDS.items():
        assert opened(sheet, site, "en", width, path).evaluate(SMALL) == [], kind


@pytest.mark.parametrize(("language", "width"), [("en", 390), ("zh", 1280)])
def test_twice_the_text_fits(sheet, site, language, width):
    """A reader's own larger text counts on every kind of page; nothing is cut or pushed out."""
    for kind, path in KINDS.items():
        ratio, beyond, cut = opened(sheet, site, language, width, path).evaluate(LARGE)
        assert ratio == pytest.approx(2), kind
        assert beyond <= 0, kind
        assert cut == [], kind


def test_every_kind_of_page_reflows_at_320_pixels(sheet, site):
    """The narrowest screen, or four times the zoom: nothing to the right of it."""
    for kind, path in KINDS.items():
        page = opened(sheet, site, "en", 320, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind


# Tab through a page and note, at each stop, what of the focus is not seen: the outline, or the
# element itself, under the header, under the bar of reading modes, or outside the window.
STOP = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e);
    const faults = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no outline");
    const box = [...e.getClientRects()].find((r) => r.width) ?? e.getBoundingClientRect();
    const points = [[.5, .5], [.1, .2], [.9, .8]].map(
        ([x, y]) => [box.left + x * box.width, box.top + y * box.height]);
    const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (e.contains(top) || top.contains(e) && !top.matches("header, .modes"));
    });
    if (!seen) faults.push("hidden");
    const name = e.outerHTML.slice(0, 90);
    return [name, faults];
}"""


def walk(page, most):
    """Press Tab up to ``most`` times; return the faults and how many stops there were."""
    faults, stops = [], 0
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops += 1
        faults += [stop] if stop[1] else []
    return faults, stops


@pytest.mark.parametrize(
    ("language", "kind", "width"),
    [
        *(("zh", "reading", 1280), ("en", "ledger", 1280), ("en", "comparison", 1280)),
        *(("en", "reading", 390), ("zh", "glossary", 390)),
    ],
)
def test_focus_is_always_in_sight(sheet, site, language, kind, width):
    """At 150 stops of a long page, forwards and back: an outline, and no bar over it."""
    page = opened(sheet, site, language, width, KINDS[kind])
    page.set_viewport_size({"width": width, "height": 600})
    faults, stops = walk(page, 150)
    assert stops > 100
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(STOP)
        faults += [stop] if stop[1] else []
    assert faults == []


def test_forced_colours_keep_what_is_drawn_and_the_focus(visit):
    """Marks, bars, dots, drawings and the focus are drawn in the reader's own colours."""
    drawn = """(part) => [...document.querySelectorAll(part)].filter((e) => e.checkVisibility())
        .map((e) => getComputedStyle(e)).map((s) => [s.fill, s.stroke])"""
    system = "() => { const e = document.body; return getComputedStyle(e).backgroundColor; }"
    page = visit("/en/claims/ibd/remission-59-2/", forced_colors="active")
    paper = page.evaluate(system)
    for part in (".finding svg.shape *", ".icon-array .dot", ".icon-array .ring"):
        looks = page.evaluate(drawn, part)
        assert looks, part
        assert all(set(look) - {"none", paper} for look in looks), part
    page.locator(".neighbours a").first.focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2


def test_reduced_motion_is_no_motion(visit):
    """No transition, no animation, no gliding."""
    page = visit("/en/texts/ibd/read/", reduced_motion="reduce")
    moving = """[...document.querySelectorAll("*")].map((e) => getComputedStyle(e)).filter((s) =>
        s.animationName !== "none" || parseFloat(s.transitionDuration) > 0
        || s.scrollBehavior === "smooth").length"""
    assert page.evaluate(moving) == 0
