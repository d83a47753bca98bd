"""Rules on our own words: no hype, no accusation, no advice, and every animal named.

What stands inside quotation marks is somebody else's and is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.library import LANGUAGES, Library
from guide.problem import Problem
from guide.records import line_of
from guide.shapes import Bilingual

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》")
_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Own:
    """One piece of our own text, with the line it stands on."""

    path: str
    line: int
    language: str
    text: str


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
        found = re.search("|".join(words), _QUOTED.sub("", own.text), re.IGNORECASE)
        if found:
            message = f"“{found[0]}” outside quotation marks; say what is known instead"
            line = own.line + _lines_before(own, found[0])
            yield Problem(own.path, line, "word-forbidden", message)


def _lines_before(own: Own, word: str) -> int:
    """A page's text is its whole file: count down to the word; a record's line is known."""
    return own.text[: own.text.find(word)].count("\n") if own.path.endswith(".md") else 0


def animals_are_named(library: Library) -> Iterator[Problem]:
    """A sentence that tells of an animal result names the animal."""
    if library.wording is None:
        return
    animal = library.wording.animal
    for own in own_texts(library):
        result = re.compile(animal.result[own.language], re.IGNORECASE)
        name = re.compile(animal.name[own.language], re.IGNORECASE)
        for sentence in _SENTENCE_END.split(_QUOTED.sub("", own.text)):
            if result.search(sentence) and not name.search(sentence):
                message = f"which animal? name it in the sentence: {sentence.strip()[:60]}"
                line = own.line + _lines_before(own, sentence.strip()[:20])
                yield Problem(own.path, line, "animal-unnamed", message)


def own_texts(library: Library) -> Iterator[Own]:
    """Yield everything that the guide says in its own words."""
    for claim in library.claims:
        for key, words in _claim_words(claim.record):
            yield from _both(claim.path, line_of(claim.toml, (key,)), words)
    for text in library.texts:
        path = f"{text.folder}/text.toml"
        for key in ("summary", "interest"):
            yield from _both(path, line_of(text.toml, (key,)), getattr(text.record, key))
    for term in library.terms:
        for key, words in _term_words(term.record):
            yield from _both(term.path, line_of(term.toml, (key,)), words)
    for prose in library.prose:
        yield Own(prose.path, 1, prose.language, prose.text)


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


def _both(path: str, line: int, words: Bilingual) -> Iterator[Own]:
    for language in LANGUAGES:
        yield Own(path, line, language, words[language])
