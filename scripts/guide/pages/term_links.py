"""Terms become links at their first use in a section, with a short tooltip."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from guide.glossary import Glossary
from guide.library import Library, Text
from guide.pages.marks import Link, linked
from guide.pages.page import relative
from guide.readings import first_sentence
from guide.shapes import TermRecord
from guide.source import Sentence
from guide.terms import Finder, english_forms


def sentence_links(
    library: Library, glossary: Glossary, text: Text, language: str, url: str
) -> Mapping[str, Sequence[Link]]:
    """Return, by sentence id, the links in the Chinese or the English of an article.

    Each term once a section; a heading opens a section and carries no link.
    Offsets are into the source for Chinese, into the sentence for English.
    """
    links: dict[str, list[Link]] = {}
    seen: set[str] = set()
    borders = _claim_borders(library, text)
    for sentence in text.sentences:
        if sentence.form == "heading":
            seen = set()
            continue
        found = links.setdefault(sentence.id, [])
        for start, end, term in _places(glossary, text, sentence, language):
            crossing = language == "zh" and any(start < b < end for b in borders)
            if term not in seen and not crossing and not _overlaps(found, start, end):
                seen.add(term)
                found.append(Link(start, end, _opening(glossary, term, language, url)))
        found.sort(key=lambda link: link.start)
    return links


def _overlaps(links: Sequence[Link], start: int, end: int) -> bool:
    return any(link.start < end and start < link.end for link in links)


def _claim_borders(library: Library, text: Text) -> list[int]:
    """Return where quotations begin and end: a link does not cross them."""
    return [at for c in library.claims_of(text.id) for span in c.spans for at in span]


def _places(
    glossary: Glossary, text: Text, sentence: Sentence, language: str
) -> list[tuple[int, int, str]]:
    occurrences = glossary.by_sentence[sentence.id]
    if language == "zh":
        at = text.starts[sentence.id]
        return [(at + o.start, at + o.end, o.term) for o in occurrences]
    english = text.english(sentence.id)
    forms = {
        variant: o.term
        for o in occurrences
        for form in english_forms(glossary.records[o.term])
        for variant in (form, f"{form}s", form[:1].upper() + form[1:])
    }
    return [(o.start, o.end, o.term) for o in Finder(forms).occurrences(english)]


def linked_text(glossary: Glossary, words: str, language: str, url: str, own: str = "") -> Markup:
    """Return a piece of our own text with each term linked once; ``own`` is not linked."""
    finder = glossary.chinese if language == "zh" else glossary.english
    seen = {own}
    links = []
    for occurrence in finder.occurrences(words):
        if occurrence.term not in seen:
            seen.add(occurrence.term)
            opening = _opening(glossary, occurrence.term, language, url)
            links.append(Link(occurrence.start, occurrence.end, opening))
    return linked(words, 0, len(words), links)


def _opening(glossary: Glossary, term: str, language: str, url: str) -> Markup:
    """Return the opening tag of a term's link; ``data-tip`` is what the tooltip says."""
    record = glossary.records[term]
    return Markup('<a class="term" href="{}" data-tip="{}">').format(
        relative(url, f"glossary/{term}/"), tip(record, language)
    )


def tip(record: TermRecord, language: str) -> str:
    """Say a term in one breath: the other language's name and the first sentence."""
    other = record.en if language == "zh" else record.zh
    name = f"{other} ({record.abbr})" if record.abbr and record.abbr != other else other
    return f"{name} — {first_sentence(record.plain[language])}"
