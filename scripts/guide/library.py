"""The frozen values that everything else is computed from.

A :class:`Library` is what ``seeds/`` says, read once; rules and pages are pure
functions of it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from guide.figures import Figure, figures
from guide.shapes import (
    ClaimRecord,
    ComparisonRecord,
    DrawingRecord,
    Event,
    ReferenceRecord,
    StubRecord,
    TermRecord,
    TextRecord,
    TherapyRecord,
    Word,
    WordingRecord,
)
from guide.source import Reading, Sentence, Split, split
from guide.translation import Entry

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Text:
    """One article: what is known about it, its source, and its translation.

    ``po`` is the file as it stands; ``entries`` what it says, obsolete ones
    included. All paths are relative to the project.
    """

    id: str
    folder: str
    record: TextRecord
    source: str
    source_sha256: str
    toml: str
    po: str = ""
    entries: tuple[Entry, ...] = ()

    @cached_property
    def split(self) -> Split:
        """The sentences, with ``text.toml``'s readings applied."""
        return split(self.id, self.source, self.readings)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What ``text.toml`` says of single lines."""
        return tuple(
            Reading(r.lines, r.quote, r.form, r.role, r.level) for r in self.record.reading
        )

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All units in the order of the source."""
        return self.split.sentences

    @cached_property
    def translations(self) -> Mapping[str, Entry]:
        """Sentence id -> the entry that is current for it (same Chinese)."""
        current = {s.id: s.zh for s in self.sentences}
        return {e.id: e for e in self.entries if not e.obsolete and current.get(e.id) == e.zh}

    def english(self, sentence_id: str) -> str:
        """Return the finished English of a sentence, or nothing."""
        entry = self.translations.get(sentence_id)
        return entry.en if entry and entry.state == "translated" else ""

    def state(self, sentence_id: str) -> str:
        """Return ``translated``, ``fuzzy`` or ``untranslated``."""
        entry = self.translations.get(sentence_id)
        return entry.state if entry else "untranslated"

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """Sentence id -> its offset in the source."""
        offsets = {}
        at = 0
        for sentence in self.sentences:
            at += len(sentence.before)
            offsets[sentence.id] = at
            at += len(sentence.zh)
        return offsets


class Paged:
    """A record with a page of its own in both languages; ``key`` is its name among its kind."""

    FOLDER: ClassVar[str]
    id: str

    @property
    def key(self) -> str:
        """Its id."""
        return self.id

    @property
    def file(self) -> str:
        """The place of its page under ``docs/<language>/``."""
        return f"{self.FOLDER}/{self.key}.md"

    @property
    def url(self) -> str:
        """The address of its page under the language's root."""
        return f"{self.FOLDER}/{self.key}/"


@dataclass(frozen=True)
class Claim(Paged):
    """One claim record and where its quotation stands in its text."""

    id: str
    text: str
    path: str
    toml: str
    record: ClaimRecord
    spans: tuple[tuple[int, int], ...] = ()
    sentences: tuple[str, ...] = ()
    FOLDER: ClassVar[str] = "claims"

    @property
    def key(self) -> str:
        """Its name among the claims of all texts: ``<text>/<id>``."""
        return f"{self.text}/{self.id}"

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the quotation; names that only look like numbers left out."""
        return tuple(f for f in figures(self.record.quote) if f.kind != "name")

    @property
    def has_figure(self) -> bool:
        """Does the quotation measure or count anything?"""
        return any(f.kind != "speech" for f in self.figures)

    @property
    def unverifiable(self) -> bool:
        """A figure that we looked for and could not trace."""
        return self.has_figure and self.record.finding == "untraced"


@dataclass(frozen=True)
class Stub:
    """A passage with figures that waits to be judged, and where it stands in its text."""

    id: str
    text: str
    path: str
    record: StubRecord
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Term(Paged):
    """One glossary record."""

    id: str
    path: str
    toml: str
    record: TermRecord
    FOLDER: ClassVar[str] = "glossary"


@dataclass(frozen=True)
class Therapy(Paged):
    """One therapy or product record."""

    id: str
    path: str
    toml: str
    record: TherapyRecord
    FOLDER: ClassVar[str] = "therapies"


@dataclass(frozen=True)
class Comparison(Paged):
    """One comparison record."""

    id: str
    path: str
    toml: str
    record: ComparisonRecord
    FOLDER: ClassVar[str] = "compare"


@dataclass(frozen=True)
class Drawing:
    """One drawing: an SVG with ``${key}`` for its words, and the words."""

    id: str
    path: str
    svg: str
    toml: str
    record: DrawingRecord

    @property
    def words(self) -> str:
        """Where the words of the drawing stand."""
        return self.path.removesuffix("svg") + "toml"


@dataclass(frozen=True)
class Prose:
    """One hand-written page in one language; ``file`` is its place under the language."""

    path: str
    language: str
    file: str
    text: str


@dataclass(frozen=True)
class Library:
    """Everything that ``seeds/`` holds, checked for shape.

    ``grades`` are reading grades of pages computed before (see ``guide.plain``).
    """

    texts: tuple[Text, ...] = ()
    claims: tuple[Claim, ...] = ()
    stubs: tuple[Stub, ...] = ()
    references: Mapping[str, ReferenceRecord] = field(default_factory=dict)
    references_toml: str = ""
    vocabulary: Mapping[str, Mapping[str, Word]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    wording: WordingRecord | None = None
    terms: tuple[Term, ...] = ()
    therapies: tuple[Therapy, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    prose: tuple[Prose, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    grades: Mapping[str, float] = field(default_factory=dict)

    def text(self, text_id: str) -> Text:
        """Return a text by its id; ``KeyError`` if there is none."""
        return {t.id: t for t in self.texts}[text_id]

    @cached_property
    def as_of(self) -> datetime.date:
        """The day of the newest evidence: the latest check of any record."""
        days = [c.record.checked for c in self.claims]
        return max([*days, *(t.record.published.seen for t in self.texts)])

    def shown(self, text: Text) -> frozenset[str]:
        """The sentences of a text that its rights let the site show."""
        if text.record.rights.show == "full":
            return frozenset(s.id for s in text.sentences)
        return frozenset(i for claim in self.claims_of(text.id) for i in claim.sentences)

    @cached_property
    def overtaken(self) -> Mapping[str, tuple[tuple[Therapy, Event], ...]]:
        """Claim (``<text>/<id>``) -> the events that have left it behind, oldest first."""
        found: dict[str, list[tuple[Therapy, Event]]] = {}
        for therapy in self.therapies:
            for event in therapy.record.events:
                for claim in event.overtakes:
                    found.setdefault(claim, []).append((therapy, event))
        return {
            claim: tuple(sorted(events, key=lambda pair: pair[1].date))
            for claim, events in found.items()
        }

    def claims_of(self, text_id: str) -> tuple[Claim, ...]:
        """Return the claims of a text in the order in which it makes them."""
        return self._claims_by_text.get(text_id, ())

    def stubs_of(self, text_id: str) -> tuple[Stub, ...]:
        """Return the passages of a text that wait to be judged."""
        return tuple(s for s in self.stubs if s.text == text_id)

    @cached_property
    def _claims_by_text(self) -> Mapping[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.text, []).append(claim)
        return {text: tuple(claims) for text, claims in found.items()}
