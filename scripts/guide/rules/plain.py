"""Rules on plain language, on the hand-written pages."""

from collections.abc import Iterator

from guide import plain, prose
from guide.glossary import Glossary
from guide.library import Library, Prose
from guide.problem import Problem

HARDEST = 9.0  # school grade, Flesch-Kincaid
LONGEST = 30  # characters of a median sentence
MOST_TERMS = 3  # unexplained, in a paragraph


def english_is_plain(library: Library) -> Iterator[Problem]:
    """An English page asks for no more than nine years of school."""
    for page in _pages(library, "en"):
        grade = plain.grade(page.text, library.grades)
        if grade > HARDEST:
            message = f"reading grade {grade:.1f}, above {HARDEST:.0f}; shorten sentences and words"
            yield Problem(page.path, 1, "reading-hard", message)


def chinese_sentences_are_short(library: Library) -> Iterator[Problem]:
    """Half the sentences of a Chinese page have thirty characters or fewer."""
    for page in _pages(library, "zh"):
        length = plain.median_sentence(page.text)
        if length > LONGEST:
            message = f"median sentence {length:.0f} characters, above {LONGEST}; cut sentences"
            yield Problem(page.path, 1, "sentences-long", message)


def terms_are_explained(library: Library) -> Iterator[Problem]:
    """A paragraph has at most three glossary terms that no link up to there explains."""
    glossary = Glossary(library)
    for page in library.prose:
        finder = glossary.english if page.language == "en" else glossary.chinese
        explained: set[str] = set()
        for line, paragraph in prose.paragraphs(page.text):
            explained |= {t.id for t in prose.targets(paragraph) if t.scheme == "term"}
            words = plain.own_words(paragraph)
            found = {o.term: words[o.start : o.end] for o in finder.occurrences(words)}
            unknown = [word for term, word in found.items() if term not in explained]
            if len(unknown) > MOST_TERMS:
                message = (
                    f"{', '.join(unknown)}: explain them, link them (term:...) or say it plainly"
                )
                yield Problem(page.path, line, "terms-unexplained", message)


def _pages(library: Library, language: str) -> Iterator[Prose]:
    return (page for page in library.prose if page.language == language)
