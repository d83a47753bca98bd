"""``therapies.json``, ``therapies.csv``, ``comparisons.json`` and a CSV a comparison."""

from collections.abc import Sequence
from typing import Any

from guide.data.base import Data, as_csv, as_json, urls
from guide.library import LANGUAGES, Library, Therapy
from guide.pages.comparisons import ComparisonView, rows
from guide.shapes import ComparisonRecord, TherapyRecord

COLUMNS = (
    *("id", "name_zh", "name_en", "stage", "what_zh", "what_en", "found_zh", "found_en"),
    *("harms_zh", "harms_en", "cost_zh", "cost_en", "events", "claims", "url_zh", "url_en"),
)


class TherapyData(Data):
    """One therapy with its claims."""

    id: str
    record: TherapyRecord
    claims: list[str]
    url: dict[str, str]


class TherapiesFile(Data):
    """``therapies.json``."""

    therapies: list[TherapyData]


class ComparisonData(Data):
    """One comparison."""

    id: str
    record: ComparisonRecord
    url: dict[str, str]


class ComparisonsFile(Data):
    """``comparisons.json``."""

    comparisons: list[ComparisonData]


def files(library: Library) -> dict[str, str]:
    """Return the files on therapies and comparisons."""
    therapies = TherapiesFile(therapies=[_therapy(library, t) for t in library.therapies])
    comparisons = ComparisonsFile(
        comparisons=[
            ComparisonData(id=c.id, record=c.record, url=urls(c.url)) for c in library.comparisons
        ]
    )
    tables = {
        f"comparisons/{c.id}.{language}.csv": _table(ComparisonView(c, library), language)
        for c in library.comparisons
        for language in LANGUAGES
    }
    return {
        "therapies.json": as_json(therapies.model_dump(mode="json")),
        "therapies.csv": as_csv(COLUMNS, map(_row, therapies.therapies)),
        "comparisons.json": as_json(comparisons.model_dump(mode="json")),
        "schemas/therapies.json": as_json(TherapiesFile.model_json_schema()),
        "schemas/comparisons.json": as_json(ComparisonsFile.model_json_schema()),
        **tables,
    }


def _table(view: ComparisonView, language: str) -> str:
    header, *lines = rows(view, language)
    return as_csv(header, lines)


def _therapy(library: Library, therapy: Therapy) -> TherapyData:
    claims = [c.key for c in library.claims if therapy.id in c.record.therapies]
    url = urls(therapy.url)
    return TherapyData(id=therapy.id, record=therapy.record, claims=claims, url=url)


def _row(therapy: TherapyData) -> Sequence[Any]:
    r = therapy.record
    return (
        *(therapy.id, r.name.zh, r.name.en, r.stage, r.what.zh, r.what.en, r.found.zh, r.found.en),
        *(r.harms.zh, r.harms.en, r.cost.zh, r.cost.en),
        "; ".join(f"{e.date} {e.jurisdiction} {e.kind}" for e in r.events),
        *(" ".join(therapy.claims), therapy.url["zh"], therapy.url["en"]),
    )
