"""The shape of every record in ``seeds/``: one model a kind of file.

Shape only (keys, types, patterns); what the values mean is checked by
``guide.rules``. ``docs/formats.md`` is made from them.
"""

from guide.shapes.base import Bilingual, Shape
from guide.shapes.claims import (
    Arithmetic,
    ClaimRecord,
    Evidence,
    Group,
    Input,
    Search,
    StubRecord,
    Verdict,
)
from guide.shapes.comparisons import Cell, ComparisonRecord, Count, Option, PageCount, Question
from guide.shapes.drawings import DrawingRecord
from guide.shapes.references import Author, ReferenceRecord
from guide.shapes.terms import TermRecord, TermSource, UsageWarning
from guide.shapes.texts import (
    Exclusion,
    Origin,
    Published,
    Publisher,
    ReadingRecord,
    Rights,
    TextRecord,
)
from guide.shapes.therapies import THERAPY_SECTIONS, Cited, Event, TherapyRecord
from guide.shapes.words import (
    SCALES,
    AnimalWords,
    Avoided,
    ForbiddenWords,
    ScaleWord,
    Word,
    WordingRecord,
)

__all__ = [
    "SCALES",
    "THERAPY_SECTIONS",
    "AnimalWords",
    "Arithmetic",
    "Author",
    "Avoided",
    "Bilingual",
    "Cell",
    "Cited",
    "ClaimRecord",
    "ComparisonRecord",
    "Count",
    "DrawingRecord",
    "Event",
    "Evidence",
    "Exclusion",
    "ForbiddenWords",
    "Group",
    "Input",
    "Option",
    "Origin",
    "PageCount",
    "Published",
    "Publisher",
    "Question",
    "ReadingRecord",
    "ReferenceRecord",
    "Rights",
    "ScaleWord",
    "Search",
    "Shape",
    "StubRecord",
    "TermRecord",
    "TermSource",
    "TextRecord",
    "TherapyRecord",
    "UsageWarning",
    "Verdict",
    "Word",
    "WordingRecord",
]
