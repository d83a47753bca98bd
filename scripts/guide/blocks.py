"""Sentences -> the blocks of a page: headings, paragraphs, lists, tables, and parts set apart."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guide.source import Sentence

SET_APART = frozenset({"advertisement", "disclaimer", "credit"})


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that are set together; a ``gap`` stands for ``count`` that are not shown."""

    form: str
    sentences: tuple[Sentence, ...] = ()
    count: int = 0

    @property
    def rows(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences line by line: the rows of a table, the items of a list."""
        return tuple(tuple(row) for _, row in groupby(self.sentences, key=lambda s: s.line))


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks: the article's body, or something set apart from it."""

    role: str
    blocks: tuple[Block, ...]


def parts(sentences: Sequence[Sentence], shown: Collection[str]) -> tuple[Part, ...]:
    """Group sentences into parts and blocks, in the order of the text.

    Runs of sentences that are not in ``shown`` (ids) become gaps.
    """
    return tuple(
        Part(role, tuple(_blocks(tuple(run), shown))) for role, run in groupby(sentences, key=_part)
    )


def _part(sentence: Sentence) -> str:
    return sentence.role if sentence.role in SET_APART else "body"


def _blocks(sentences: Sequence[Sentence], shown: Collection[str]) -> Iterator[Block]:
    for visible, run in groupby(sentences, key=lambda s: s.id in shown):
        if visible:
            for (form, _), block in groupby(run, key=_place):
                yield Block(form, tuple(block))
        else:
            yield Block("gap", count=len(tuple(run)))


def _place(sentence: Sentence) -> tuple[str, str]:
    """Return the block a sentence belongs to: its kind, and its line where lines part blocks."""
    if sentence.form in ("table-header", "table-cell"):
        return "table", ""
    if sentence.form == "list-item":
        return "list", ""
    if sentence.form == "heading":
        return "heading", sentence.id
    return "paragraph", str(sentence.line)
