"""Rules on our own words: no hype, no accusation, no advice, and every animal named.

What stands inside quotation marks is somebody else's and is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide import prose
from guide.library import LANGUAGES, Library
from guide.problem import Problem
from guide.records import line_of
from guide.shapes import THERAPY_SECTIONS, Bilingual, Cited

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》")
_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Own:
    """One piece of our own text, and where it stands: under a key of a record, or in a page."""

    path: str
    language: str
    text: str
    toml: str = ""
    key: str = ""
    at: int = 0

    def line(self, words: str) -> int:
        """Return the line of ``words`` in a page, or of the text in its record."""
        if self.at:
            return self.at
        if self.toml and self.text[:16] not in self.toml:  # written with escapes
            return line_of(self.toml, (self.key,))
        file, part = (self.toml, self.text[:16]) if self.toml else (self.text, words)
        return file[: max(file.find(part), 0)].count("\n") + 1


def no_forbidden_word(library: Library) -> Iterator[Problem]:
    """Our texts use no word of ``wording.toml``'s lists outside quotation marks.

    The glossary may use the words that are forbidden only as statements of fact.
    """
    if library.wording is None:
        return
    anywhere, as_fact = library.wording.forbidden, library.wording.as_fact
    for own in own_texts(library):
        words = getattr(anywhere, own.language)
        if not own.path.startswith("seeds/terms/"):
            words += getattr(as_fact, own.language)
        found = _first("|".join(words), own.text, re.IGNORECASE)
        if found:
            message = f"“{found}” outside quotation marks; say what is known instead"
            yield Problem(own.path, own.line(found), "word-forbidden", message)


def no_word_to_avoid(library: Library) -> Iterator[Problem]:
    """Our texts and the translations use no rendering that ``wording.toml`` tells to avoid."""
    if library.wording is None:
        return
    for own in (*own_texts(library), *_translations(library)):
        if own.path.startswith("seeds/terms/"):
            continue  # the glossary explains the words that others should avoid
        for avoided in library.wording.avoid.get(own.language, ()):
            found = _first(avoided.pattern, own.text)
            if found:
                message = f"“{found}” misleads; say {avoided.instead}"
                yield Problem(own.path, own.line(found), "word-avoided", message)


@lru_cache(maxsize=1 << 15)  # while serving, most texts are asked about again and again
def _first(pattern: str, text: str, flags: int = 0) -> str:
    """Return the first words outside quotation marks that a pattern fits, or nothing."""
    found = re.search(pattern, _unquoted(text), flags)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 14)
def _unquoted(text: str) -> str:
    return _QUOTED.sub("", text)


def _translations(library: Library) -> Iterator[Own]:
    for text in library.texts:
        for entry in text.translations.values():
            yield Own(f"{text.folder}/en.po", "en", entry.en, at=entry.line)


def animals_are_named(library: Library) -> Iterator[Problem]:
    """A sentence that tells of an animal result names the animal."""
    if library.wording is None:
        return
    animal = library.wording.animal
    for own in own_texts(library):
        result, name = animal.result[own.language], animal.name[own.language]
        if not _first(result, own.text, re.IGNORECASE):
            continue
        for sentence in _SENTENCE_END.split(_unquoted(own.text)):
            if _first(result, sentence, re.IGNORECASE) and not _first(
                name, sentence, re.IGNORECASE
            ):
                message = f"which animal? name it in the sentence: {sentence.strip()[:60]}"
                line = own.line(sentence.strip()[:20])
                yield Problem(own.path, line, "animal-unnamed", message)


def own_texts(library: Library) -> Iterator[Own]:
    """Yield everything that the guide says in its own words."""
    for claim in library.claims:
        yield from _both(claim.path, claim.toml, _claim_words(claim.record))
    for text in library.texts:
        words = ((key, getattr(text.record, key)) for key in ("summary", "interest"))
        yield from _both(f"{text.folder}/text.toml", text.toml, words)
    for term in library.terms:
        yield from _both(term.path, term.toml, _term_words(term.record))
    for therapy in library.therapies:
        words = ((key, getattr(therapy.record, key)) for key in THERAPY_SECTIONS)
        yield from _both(therapy.path, therapy.toml, words)
        events = (("events", event.what) for event in therapy.record.events)
        yield from _both(therapy.path, therapy.toml, events)
    for comparison in library.comparisons:
        cells = (
            (question.id, cell.says)
            for question in comparison.record.questions
            for cell in question.cells.values()
            if cell.says
        )
        yield from _both(comparison.path, comparison.toml, cells)
    for page in library.prose:
        yield Own(page.path, page.language, prose.without_targets(page.text))
    for drawing in library.drawings:
        yield from _both(drawing.words, drawing.toml, _drawing_words(drawing.record))


def _claim_words(record) -> Iterator[tuple[str, Bilingual]]:  # noqa: ANN001 - ClaimRecord
    yield "gist", record.gist
    yield "why", record.why
    if record.change:
        yield "change", record.change
    yield from (("evidence", e.says) for e in record.evidence)
    yield from (("searched", s.result) for s in record.searched)
    yield from (("arithmetic", a.says) for a in record.arithmetic)


def _term_words(record) -> Iterator[tuple[str, Bilingual]]:  # noqa: ANN001 - TermRecord
    yield "plain", record.plain
    if record.technical:
        yield "technical", record.technical
    yield from (("warnings", w.note) for w in record.warnings)
    yield from (("sources", s.says) for s in record.sources)


def _drawing_words(record) -> Iterator[tuple[str, Bilingual]]:  # noqa: ANN001 - DrawingRecord
    yield "title", record.title
    yield "desc", record.desc
    yield from record.labels.items()


def _both(path: str, toml: str, words: Iterable[tuple[str, Bilingual | Cited]]) -> Iterator[Own]:
    for key, bilingual in words:
        for language in LANGUAGES:
            yield Own(path, language, bilingual[language], toml, key)
