"""The drawings, as the browser shows them: legible on a small phone, in light and in dark."""

import pytest

SMALLEST = 10.5  # px, of a label on a 360 px phone
FAINTEST = 4.5  # to one: WCAG 2.2, 1.4.3

LABELS = """() => [...document.querySelectorAll('main figure.drawing svg')].map(svg => {
  const whole = svg.getBoundingClientRect();
  const scale = whole.width / svg.viewBox.baseVal.width;
  return {
    name: svg.querySelector('title').textContent.trim(),
    told: svg.querySelector('desc').textContent.trim(),
    left: whole.left, right: whole.right, top: whole.top, bottom: whole.bottom,
    labels: [...svg.querySelectorAll('text')].map(text => {
      const box = text.getBoundingClientRect();
      return {
        words: text.textContent, left: box.left, right: box.right, top: box.top,
        bottom: box.bottom, fill: getComputedStyle(text).fill,
        size: parseFloat(getComputedStyle(text).fontSize) * scale,
      };
    }),
  };
})"""


def explainers(site):
    return sorted(p.parent.name for p in site.folder.glob("zh/explain/*/index.html"))


def overlap(a, b):
    """How many pixels two labels share, in the direction where they share fewer."""
    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
    down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return min(across, down)


def luminance(colour):
    channels = [int(c) / 255 for c in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["zh", "en"])
def test_labels_fit_and_can_be_read_on_a_small_phone(visit, site, language):
    """No label leaves its drawing, meets another or is set too small; each explainer has one."""
    page = visit("/", width=360)
    for name in explainers(site):
        page.goto(f"{site.address}/{language}/explain/{name}/")
        drawings = page.evaluate(LABELS)
        assert drawings, name
        for drawing in drawings:
            assert drawing["name"] and drawing["told"], name
            for n, label in enumerate(drawing["labels"]):
                where = f"{name}: {label['words']}"
                assert drawing["left"] - 1 <= label["left"], where
                assert label["right"] <= drawing["right"] + 1, where
                assert label["bottom"] <= drawing["bottom"] + 2, where
                assert label["size"] >= SMALLEST, where
                for other in drawing["labels"][n + 1 :]:
                    assert overlap(label, other) < 3, f"{where} / {other['words']}"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_stand_out_in_light_and_dark(visit, site, scheme):
    """Against the page, as WCAG asks of text."""
    page = visit("/", color_scheme=scheme)
    for name in explainers(site):
        page.goto(f"{site.address}/zh/explain/{name}/")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        for drawing in page.evaluate(LABELS):
            for label in drawing["labels"]:
                assert contrast(label["fill"], paper) >= FAINTEST, f"{name}: {label['words']}"
