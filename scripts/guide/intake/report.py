"""What a program saw in a new article, in words for its editor."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guide.glossary import Glossary
from guide.intake.article import Article
from guide.intake.guesses import Guess
from guide.intake.outline import Proposal, promotional
from guide.intake.stubs import Proposed
from guide.intake.terms import candidates, known
from guide.library import Text

_MOST_TERMS = 24
_MOST_LINES = 12
_WIDTH = 60  # characters of a quoted line


@dataclass(frozen=True)
class Seen:
    """Everything that was seen in an article."""

    text: Text
    article: Article
    guess: Guess
    readings: Sequence[Proposal]
    stubs: Sequence[Proposed]


def report(seen: Seen, glossary: Glossary) -> Iterator[str]:
    """Yield the report, line by line."""
    text, page = seen.text, seen.article.page
    units = Counter(s.kind for s in text.sentences)
    yield f"{text.folder}: {units.total()} units to translate ({_counted(units)})"
    yield _how_it_came(seen.article)
    yield f"seeds/claims/{text.id}: {len(seen.stubs)} passages to judge, with " + (
        f"{sum(len(s.figures) for s in seen.stubs)} figures"
    )
    yield f"guessed: {_guesses(seen.guess)}"
    yield f"readings proposed: {len(seen.readings)}"
    yield from map(_reading, seen.readings)
    lines = text.source.split("\n")
    selling = [f"{n}: {lines[n - 1].strip()}" for n, _ in promotional(text.source)]
    yield from _list("lines that seem to sell something", selling)
    found = known(text.source, glossary.chinese)
    yield f"glossary terms found: {len(found)}" + _named(
        f"{glossary.records[term].zh} {count}" for term, count in found.most_common(_MOST_TERMS)
    )
    strange = candidates(text.source, glossary.chinese)
    yield f"not in the glossary, but like terms: {len(strange)}" + _named(
        f"{c.form} {c.count}" for c in strange[:_MOST_TERMS]
    )
    yield from _list("left out of the page (all of it: FORMAT=page)", page.left_out if page else ())
    yield "next: make check lists what is to do; make serve DRAFT=1 shows the text as it stands"


def _how_it_came(article: Article) -> str:
    origin, text = article.origin, article.text
    words = f"came as {origin.format} in {origin.encoding}"
    words += ", with a byte-order mark" if origin.mark else ""
    words += f", {text.line_ends.upper()} line ends" if text.line_ends != "lf" else ""
    if text.taken:
        words += f"; {len(text.taken)} control characters taken out, listed in text.toml"
    return words


def _guesses(guess: Guess) -> str:
    pairs = (
        ("title", guess.title),
        ("publisher", guess.publisher),
        ("date", guess.date),
        ("address", guess.where),
    )
    return "; ".join(f"{name} {value or 'not found'}" for name, value in pairs)


def _reading(reading: Proposal) -> str:
    lines = f"{reading.first}-{reading.last}" if reading.last > reading.first else reading.first
    meant = " ".join(filter(None, (reading.role, reading.form)))
    return f"  lines {lines}: {meant} ({reading.why})"


def _counted(units: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in units.most_common())


def _named(words: Iterable[str]) -> str:
    listed = ", ".join(words)
    return f": {listed}" if listed else ""


def _list(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}: {len(lines)}"
        yield from (f"  {_cut(line)}" for line in lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            yield f"  … and {len(lines) - _MOST_LINES} more"


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
