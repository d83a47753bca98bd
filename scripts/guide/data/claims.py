"""``claims.json`` and ``claims.csv``: every claim with its verdict, and the excluded figures."""

import datetime
from collections.abc import Sequence
from typing import Any

from guide import arithmetic
from guide.data.base import Data, as_csv, as_json, urls
from guide.exclusions import excluded
from guide.library import Claim, Library
from guide.shapes import Bilingual, Evidence, Group, Search, Verdict

COLUMNS = (
    *("text", "id", "quote", "figures", "kind", "trace", "finding", "stage", "flags"),
    *("unverifiable", "confidence", "ratings", "gist_zh", "gist_en", "why_zh", "why_en"),
    *("references", "checked", "url_zh", "url_en"),
)


class SumData(Data):
    """A calculation, recomputed when the file was made."""

    expression: str
    inputs: dict[str, float]
    result: float
    says: Bilingual


class ClaimData(Data):
    """One claim with its verdict."""

    id: str
    text: str
    quote: str
    sentences: list[str]
    figures: list[str]
    has_figure: bool
    kind: str
    trace: str
    finding: str
    stage: str
    flags: list[str]
    unverifiable: bool
    confidence: str
    ratings: int
    gist: Bilingual
    why: Bilingual
    change: Bilingual | None
    groups: list[Group]
    evidence: list[Evidence]
    searched: list[Search]
    arithmetic: list[SumData]
    therapies: list[str]
    checked: datetime.date
    due: datetime.date | None
    history: list[Verdict]
    url: dict[str, str]


class ExclusionData(Data):
    """A figure that is no claim, and why."""

    text: str
    sentence: str
    quote: str
    reason: str


class ClaimsFile(Data):
    """``claims.json``."""

    claims: list[ClaimData]
    exclusions: list[ExclusionData]


def files(library: Library) -> dict[str, str]:
    """Return the files on the claims."""
    content = ClaimsFile(
        claims=[_claim(claim) for claim in library.claims], exclusions=_exclusions(library)
    )
    return {
        "claims.json": as_json(content.model_dump(mode="json")),
        "claims.csv": as_csv(COLUMNS, map(_row, content.claims)),
        "schemas/claims.json": as_json(ClaimsFile.model_json_schema()),
    }


def _claim(claim: Claim) -> ClaimData:
    record = claim.record
    return ClaimData(
        id=claim.id,
        text=claim.text,
        quote=record.quote,
        sentences=list(claim.sentences),
        figures=[f.text for f in claim.figures],
        has_figure=claim.has_figure,
        unverifiable=claim.unverifiable,
        flags=list(record.flags),
        arithmetic=[
            SumData(
                expression=a.expression,
                inputs=(values := {name: i.value for name, i in a.inputs.items()}),
                result=round(arithmetic.evaluated(a.expression, values), 2),
                says=a.says,
            )
            for a in record.arithmetic
        ],
        url=urls(claim.url),
        **{
            name: getattr(record, name)
            for name in (
                *("kind", "trace", "finding", "stage", "confidence", "ratings", "gist", "why"),
                *("change", "checked", "due"),
            )
        },
        **{
            name: list(getattr(record, name))
            for name in ("groups", "evidence", "searched", "therapies", "history")
        },
    )


def _exclusions(library: Library) -> list[ExclusionData]:
    return [
        ExclusionData(text=e.text, sentence=e.sentence, quote=e.quote, reason=e.reason)
        for text in library.texts
        for e in excluded(text, library.claims_of(text.id))
    ]


def _row(claim: ClaimData) -> Sequence[Any]:
    return (
        *(claim.text, claim.id, claim.quote, "; ".join(claim.figures), claim.kind),
        *(claim.trace, claim.finding, claim.stage, "; ".join(claim.flags)),
        *("yes" if claim.unverifiable else "no", claim.confidence, claim.ratings),
        *(claim.gist.zh, claim.gist.en, claim.why.zh, claim.why.en),
        "; ".join(dict.fromkeys(e.reference for e in claim.evidence)),
        *(claim.checked, claim.url["zh"], claim.url["en"]),
    )
