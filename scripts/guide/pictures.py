"""Pictures as SVG, drawn at build time: no script and no request at view time."""

from collections.abc import Mapping

from markupsafe import Markup

COLUMNS, STEP = 20, 10
COUNTABLE = 40  # up to so many people each is drawn; beyond, the picture is per 100


def icon_array(filled: int, total: int, title: str) -> Markup:
    """Draw ``total`` dots, ``filled`` of them solid, the rest rings; ``title`` says it in words.

    Source for the form: icon arrays with a constant denominator (Fact Box guide,
    PMC6125040).
    """
    dots = [
        f"M{STEP // 2 + STEP * (n % COLUMNS)} {STEP // 2 + STEP * (n // COLUMNS)}h0"
        for n in range(total)
    ]
    return Markup(
        '<svg class="icon-array" viewBox="0 0 {width} {height}" role="img" aria-label="{title}" '
        'data-filled="{filled}" data-total="{total}" fill="none" stroke-linecap="round">'
        '<path class="ring" d="{rest}"/><path class="hole" d="{rest}"/>'
        '<path class="dot" d="{dots}"/></svg>'
    ).format(
        title=title,
        filled=filled,
        total=total,
        width=STEP * COLUMNS,
        height=STEP * -(-total // COLUMNS),
        dots="".join(dots[:filled]),
        rest="".join(dots[filled:]),
    )


def bar(count: int, largest: int) -> Markup:
    """Draw a bar of ``count`` against the ``largest`` of its chart; the number stands beside it."""
    width = 100 * count / largest if largest else 0
    return Markup(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{:.4g}" height="10"/></svg>'
    ).format(width)


def profile(counts: Mapping[str, int], title: str) -> Markup:
    """Draw one bar cut by finding, in the order of ``counts``; ``title`` says it in words."""
    whole = sum(counts.values()) or 1
    at = 0.0
    pieces = []
    for finding, count in counts.items():
        width = 100 * count / whole
        if count:
            pieces.append(
                Markup('<rect class="fill--{}" x="{:.4g}" width="{:.4g}" height="8"/>').format(
                    finding, at, max(width - 0.6, 0.4)
                )
            )
        at += width
    return Markup(
        '<svg class="profile" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(title, Markup("").join(pieces))
