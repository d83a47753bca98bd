"""How plain a hand-written page is: its reading grade in English, its sentences in Chinese."""

import hashlib
import re
import statistics
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from guide import prose

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」")
_TERM = re.compile(r"\[[^\]]*\]\(term:[^)]*\)")
_SOURCE = re.compile(r"[(（]\[[^\]]*\]\(ref:[^)]*\)[)）]")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`]|^\s*(?:[-+>]|\d+[.)])\s+|\{[:#][^}]*\}|</?[a-z][^>]*>")
_HAN = re.compile(r"[㐀-鿿]")
_ENDS = re.compile(r"[。！？；]|[.!?](?=\s|$)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a page in its own words.

    Quotations, the names of sources and glossary terms are left out (a term
    has its explanation one tap away), tables and headings as well.
    """
    found = []
    for _, paragraph in prose.paragraphs(text):
        if paragraph.startswith("|"):
            continue
        words = _MARKS.sub("", own_words(_TERM.sub("it", paragraph)))
        found += [s.strip() for s in _ENDS.split(words) if s.strip()]
    return found


def own_words(paragraph: str) -> str:
    """Return a paragraph's words without quotations, names of sources and targets of links."""
    return _LINK.sub(r"\1", _QUOTED.sub("it", _SOURCE.sub("", paragraph)))


def grade(text: str, known: Mapping[str, float]) -> float:
    """Return the school grade (US) that an English page asks for.

    Flesch-Kincaid: Kincaid JP et al., Derivation of new readability formulas,
    Naval Technical Training Command, 1975. ``known`` are grades computed before, by
    :func:`key`.
    """
    found = known.get(key(text))
    return _computed(text) if found is None else found


@cache
def key(text: str) -> str:
    """Return under what a page's grade is kept: it changes with the words and the library."""
    return hashlib.sha256(f"{version('textstat')}\n{text}".encode()).hexdigest()


@cache
def _computed(text: str) -> float:
    # Loading the dictionary of pronunciations takes longer than all other checks together.
    from textstat import flesch_kincaid_grade  # noqa: PLC0415

    words = [_HAN.sub("", s) for s in sentences(text)]
    return flesch_kincaid_grade(". ".join(words) + ".")


@cache
def median_sentence(text: str) -> float:
    """Return the median length of a Chinese page's sentences, in characters without spaces.

    A page without a sentence has 0.
    """
    return statistics.median([len(re.sub(r"\s", "", s)) for s in sentences(text)] or [0])
