"""A timeline as SVG: dated events on one axis, and the article's own place on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH, HEIGHT, MARGIN, AXIS = 640, 78, 24, 46
CROWDED, LIFT = 20, 19  # units of the drawing


@dataclass(frozen=True, slots=True)
class Dot:
    """One event: its date as a decimal year, and the number that stands for it in the list."""

    year: float
    number: int
    overtakes: bool


def decimal_year(date: str) -> float:
    """Return ``2024-12-13`` as 2024.95; a month or year alone counts from its beginning."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return year + (month - 1) / 12 + (day - 1) / 365


def timeline(dots: Sequence[Dot], article: float, labels: tuple[str, str]) -> Markup:
    """Draw the dots, years below, and a mark where the article stands.

    ``labels`` are the words for the article and the text equivalent of the whole.
    """
    years = [dot.year for dot in dots] + [article]
    first, last = int(min(years)), int(max(years)) + 1
    scale = (WIDTH - 2 * MARGIN) / max(last - first, 1)

    def x(year: float) -> float:
        return round(MARGIN + (year - first) * scale, 1)

    step = max(1, -(-(last - first) // 8))
    ticks = Markup("").join(
        Markup('<path d="M{0} {1}v6"/><text x="{0}" y="{2}">{3}</text>').format(
            x(year), AXIS, AXIS + 22, year
        )
        for year in range(first, last + 1, step)
    )
    marks = Markup("").join(
        Markup(
            '<circle class="{}" cx="{}" cy="{}" r="9"/><text class="number" x="{}" y="{}">{}</text>'
        ).format(
            "event overtakes" if dot.overtakes else "event",
            x(dot.year),
            height,
            x(dot.year),
            height + 4.5,
            dot.number,
        )
        for dot, height in zip(dots, _heights(dots, scale), strict=True)
    )
    here = x(article)
    anchor = "end" if here > WIDTH / 2 else "start"
    return Markup(
        '<svg class="timeline" viewBox="0 0 {width} {height}" role="img" aria-label="{whole}">'
        '<path class="axis" d="M{margin} {axis}H{end}"/>{ticks}'
        '<path class="article" d="M{here} 4V{axis}"/>'
        '<text class="article-label" x="{label_x}" y="12" text-anchor="{anchor}">{label}</text>'
        "{marks}</svg>"
    ).format(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        axis=AXIS,
        end=WIDTH - MARGIN,
        whole=labels[1],
        ticks=ticks,
        here=here,
        label_x=here + (-6 if anchor == "end" else 6),
        anchor=anchor,
        label=labels[0],
        marks=marks,
    )


def _heights(dots: Sequence[Dot], scale: float) -> Iterator[float]:
    """Lift every other dot of a crowd, so that numbers stay legible."""
    lifted = False
    before = None
    for dot in dots:
        crowded = before is not None and (dot.year - before.year) * scale < CROWDED
        lifted = crowded and not lifted
        before = dot
        yield AXIS - (LIFT if lifted else 0)
