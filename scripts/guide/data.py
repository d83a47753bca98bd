"""The same facts as the pages, as JSON, CSV and JSON Schema.

The models below are the contract of ``site/data/``; the schemas are made from
them, so that they cannot disagree.
"""

import csv
import datetime
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from guide import arithmetic, citations
from guide.exclusions import excluded
from guide.library import LANGUAGES, Claim, Library, Text
from guide.shapes import Bilingual, Evidence, Group, Search, Verdict


class Data(BaseModel):
    """Part of a data file: no unknown key."""

    model_config = ConfigDict(extra="forbid")


class SentenceData(Data):
    """One unit of an article; ``before`` is what stands between it and the one before."""

    id: str
    kind: str
    form: str
    role: str
    before: str
    zh: str
    en: str
    state: str
    claims: list[str]
    url: dict[str, str]


class TextData(Data):
    """One article; its sentences with their ``before``, and ``after``, give back the source."""

    id: str
    title: Bilingual
    publisher: Bilingual
    interest: Bilingual
    published: datetime.date | None
    seen_at: str
    sha256: str
    show: str
    url: dict[str, str]
    sentences: list[SentenceData]
    after: str


class TextsFile(Data):
    """``texts.json``."""

    texts: list[TextData]


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
    """Return ``name -> content`` of every file under ``site/data/``."""
    texts = TextsFile(texts=[_text(library, text) for text in library.texts])
    claims = ClaimsFile(
        claims=[_claim(claim) for claim in library.claims],
        exclusions=_exclusions(library),
    )
    references = [citations.csl(key, ref) for key, ref in library.references.items()]
    return {
        "texts.json": _json(texts.model_dump(mode="json")),
        "texts.csv": _csv(SENTENCE_COLUMNS, _sentence_rows(texts.texts)),
        "claims.json": _json(claims.model_dump(mode="json")),
        "claims.csv": _csv(CLAIM_COLUMNS, map(_claim_row, claims.claims)),
        "references.json": _json(references),
        "vocabulary.json": _json(
            {
                kind: {key: word.model_dump(mode="json") for key, word in words.items()}
                for kind, words in library.vocabulary.items()
            }
        ),
        "schemas/texts.json": _json(TextsFile.model_json_schema()),
        "schemas/claims.json": _json(ClaimsFile.model_json_schema()),
        "schemas/references.json": _json(CSL_SCHEMA),
    }


def urls(path: str) -> dict[str, str]:
    """Return the address of a page in each language, from the root of the site."""
    return {language: f"/{language}/{path}" for language in LANGUAGES}


def _text(library: Library, text: Text) -> TextData:
    shown = library.shown(text)
    whole = len(shown) == len(text.sentences)
    claims = library.claims_of(text.id)
    return TextData(
        id=text.id,
        title=text.record.title,
        publisher=text.record.publisher.name,
        interest=text.record.interest,
        published=text.record.published.date,
        seen_at=text.record.published.where,
        sha256=text.record.sha256,
        show=text.record.rights.show,
        url=urls(f"texts/{text.id}/"),
        sentences=[
            SentenceData(
                id=s.id,
                kind=s.kind,
                form=s.form,
                role=s.role,
                before=s.before,
                zh=s.zh,
                en=text.english(s.id),
                state=text.state(s.id),
                claims=[c.id for c in claims if s.id in c.sentences],
                url={k: f"{u}#{s.id}" for k, u in urls(f"texts/{text.id}/read/").items()},
            )
            for s in text.sentences
            if s.id in shown
        ],
        after=text.split.after if whole else "",
    )


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
        url=urls(f"claims/{claim.text}/{claim.id}/"),
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


# ------------------------------------------------------------------------ CSV
SENTENCE_COLUMNS = ("text", "id", "kind", "state", "zh", "en", "url_zh", "url_en")
CLAIM_COLUMNS = (
    *("text", "id", "quote", "figures", "kind", "trace", "finding", "stage", "flags"),
    *("unverifiable", "confidence", "ratings", "gist_zh", "gist_en", "why_zh", "why_en"),
    *("references", "checked", "url_zh", "url_en"),
)


def _sentence_rows(texts: Sequence[TextData]) -> Iterable[Sequence[Any]]:
    for text in texts:
        for s in text.sentences:
            yield text.id, s.id, s.kind, s.state, s.zh, s.en, s.url["zh"], s.url["en"]


def _claim_row(claim: ClaimData) -> Sequence[Any]:
    return (
        *(claim.text, claim.id, claim.quote, "; ".join(claim.figures), claim.kind),
        *(claim.trace, claim.finding, claim.stage, "; ".join(claim.flags)),
        *("yes" if claim.unverifiable else "no", claim.confidence, claim.ratings),
        *(claim.gist.zh, claim.gist.en, claim.why.zh, claim.why.en),
        "; ".join(dict.fromkeys(e.reference for e in claim.evidence)),
        *(claim.checked, claim.url["zh"], claim.url["en"]),
    )


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


# What a reference manager may count on; the full CSL schema allows more.
CSL_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "References as CSL-JSON items",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title", "accessed"],
        "properties": {
            "id": {"type": "string"},
            "type": {"type": "string"},
            "title": {"type": "string", "minLength": 1},
            "DOI": {"type": "string", "pattern": "^10\\."},
            "PMID": {"type": "string", "pattern": "^\\d+$"},
            "URL": {"type": "string", "pattern": "^https?://"},
            "author": {"type": "array", "items": {"type": "object"}},
            "issued": {"$ref": "#/$defs/date"},
            "accessed": {"$ref": "#/$defs/date"},
        },
    },
    "$defs": {
        "date": {
            "type": "object",
            "required": ["date-parts"],
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 3,
                        "items": {"type": "integer"},
                    },
                }
            },
        }
    },
}
