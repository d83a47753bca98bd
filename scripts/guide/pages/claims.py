"""The ledger and a page for every claim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from guide import arithmetic, pictures
from guide.exclusions import Excluded, excluded
from guide.library import Library
from guide.pages.front import chart
from guide.pages.marks import marked
from guide.pages.page import Page, inline
from guide.pages.views import ClaimView
from guide.pages.words import number
from guide.shapes import Bilingual, Group, Input, Word
from guide.source import Sentence


def pages(library: Library, views: Sequence[ClaimView]) -> Iterator[Page]:
    """Yield the ledger, then every claim with the ones before and after it."""
    yield Page("claims/index.md", "claims.md.j2", _ledger(library, views))
    for before, view, after in zip([None, *views], views, [*views[1:], None], strict=False):
        yield Page(
            view.claim.file,
            "claim.md.j2",
            {
                "view": view,
                "before": before,
                "after": after,
                "context": context(view),
                "mark": partial(marked, view.text, views=[view], flags={}),
                "arrays": [array for g in view.record.groups if (array := _array(g))],
                "sums": [_sum(a) for a in view.record.arithmetic],
            },
        )


def context(view: ClaimView) -> list[Sentence]:
    """Return a claim's sentences with one neighbour on each side, as far as rights allow."""
    sentences = view.text.sentences
    shown = view.library.shown(view.text)
    at = [n for n, s in enumerate(sentences) if s.id in view.claim.sentences]
    near = sorted({m for n in at for m in (n - 1, n, n + 1) if 0 <= m < len(sentences)})
    return [sentences[n] for n in near if sentences[n].id in shown]


# ------------------------------------------------------------------- one claim
@dataclass(frozen=True)
class Array:
    """A group of people (or mice) as a picture and in words."""

    label: Bilingual
    filled: int
    total: int
    words: str
    unknown: bool

    def picture(self, title: str) -> Markup:
        """Draw it; ``title`` says the same in words."""
        return pictures.icon_array(self.filled, self.total, inline(title))


def _array(group: Group) -> Array | None:
    """Draw each person of a small group; a larger one, or one without its size, per 100."""
    counted = group.numerator is not None and group.denominator is not None
    if counted and group.denominator <= pictures.COUNTABLE:
        words = f"{group.numerator}/{group.denominator}"
        return Array(group.label, group.numerator, group.denominator, words, unknown=False)
    percent = group.percent
    if percent is None and counted:
        percent = round(100 * group.numerator / group.denominator, 1)
    if percent is None:
        return None
    of = f" ({group.numerator}/{group.denominator})" if counted else ""
    if not of and group.denominator:
        of = f" (n = {group.denominator})"
    return Array(group.label, round(percent), 100, f"{number(percent)}%{of}", unknown=not of)


@dataclass(frozen=True)
class Sum:
    """A calculation as a reader sees it."""

    expression: str
    result: str
    unit: Bilingual | None
    inputs: Sequence[Input]
    says: Bilingual


def _sum(record: Any) -> Sum:
    values = {name: i.value for name, i in record.inputs.items()}
    written = {name: number(value) for name, value in values.items()}
    return Sum(
        arithmetic.shown(record.expression, written),
        number(round(arithmetic.evaluated(record.expression, values), 2)),
        record.unit,
        tuple(record.inputs.values()),
        record.says,
    )


# ------------------------------------------------------------------ the ledger
def _ledger(library: Library, views: Sequence[ClaimView]) -> dict[str, Any]:
    findings = library.vocabulary.get("finding", {})
    others = [v for v in views if not v.claim.unverifiable]
    return {
        "views": views,
        "unverifiable": [v for v in views if v.claim.unverifiable],
        "groups": {
            f: group
            for f in FINDING_ORDER
            if (group := [v for v in others if v.record.finding == f])
        },
        "filters": _filters(library, views, findings),
        "exclusions": _exclusions(library),
        **chart(library, views),
    }


# What a reader should see first comes first.
FINDING_ORDER = (
    "differs",
    "self-contradictory",
    "superseded",
    "untraced",
    "context-missing",
    "forecast",
    "confirmed",
    "opinion",
)


def _filters(
    library: Library, views: Sequence[ClaimView], findings: Mapping[str, Word]
) -> dict[str, dict[str, Bilingual]]:
    """Return, for each filter, the values that occur and their words."""
    lists = {"finding": findings} | {
        kind: library.vocabulary.get(kind, {}) for kind in ("trace", "stage", "kind")
    }
    texts = {t.id: t.record.title for t in library.texts}
    return {"text": texts} | {
        kind: {
            key: word.label
            for key, word in words.items()
            if any(getattr(v.record, kind) == key for v in views)
        }
        for kind, words in lists.items()
    }


@dataclass(frozen=True)
class ExcludedRow:
    """A figure without a claim, with the words of its reason."""

    title: Bilingual
    quote: str
    reason: Word


def _exclusions(library: Library) -> list[ExcludedRow]:
    reasons = library.vocabulary.get("exclusion", {})
    rows: dict[tuple[str, str, str], Excluded] = {}
    for text in library.texts:
        for item in excluded(text, library.claims_of(text.id)):
            rows.setdefault((item.text, item.quote, item.reason), item)
    titles = {t.id: t.record.title for t in library.texts}
    return [ExcludedRow(titles[i.text], i.quote, reasons[i.reason]) for i in rows.values()]
