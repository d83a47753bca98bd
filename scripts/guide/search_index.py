"""What the search is given: one small file for the terms, one for everything else.

The files are scripts, not JSON, so that they load from a folder on disk
(``file://``) and under a strict content policy alike. Nothing is loaded before
the search is first touched.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

import opencc

from guide.glossary import Glossary
from guide.library import LANGUAGES, Library, Prose
from guide.prose import body, front
from guide.readings import first_sentence, initials, toneless
from guide.shapes import Bilingual, TermRecord
from guide.terms import chinese_forms, english_forms

_HAN = range(0x4E00, 0x9FFF + 1)
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|\{[^}]*\}|[#*`|\[\]]")
OTHER = {"zh": "en", "en": "zh"}


def files(library: Library) -> dict[str, str]:
    """Return ``<language>/search/<file>.js -> content``."""
    glossary = Glossary(library)
    fold = traditional_to_simplified(_corpus(library))
    return {
        f"{language}/search/{name}.js": _script(name, content)
        for language in LANGUAGES
        for name, content in (
            ("terms", {"fold": fold, "terms": _terms(library, language)}),
            ("texts", {"entries": list(_entries(library, glossary, language))}),
        )
    }


def traditional_to_simplified(corpus: str) -> str:
    """Return pairs of characters, traditional then simplified, for all simplified ones in use.

    Characters only, by OpenCC's table; words are not converted.
    """
    every = "".join(map(chr, _HAN))
    simplified = opencc.OpenCC("t2s").convert(every)
    used = set(corpus)
    pairs = (a + b for a, b in zip(every, simplified, strict=True) if a != b and b in used)
    return "".join(pairs)


def _corpus(library: Library) -> str:
    return "".join(
        [text.source for text in library.texts]
        + [claim.toml for claim in library.claims]
        + [term.toml for term in library.terms]
        + [prose.text for prose in library.prose]
    )


# ---------------------------------------------------------------------- terms
def _terms(library: Library, language: str) -> list[list[Any]]:
    """Return a row a term: id, Chinese, English, abbreviation, other forms, readings, initials."""
    return [
        [
            term.id,
            term.record.zh,
            term.record.en,
            term.record.abbr,
            _others(term.record),
            _distinct(toneless(p) for p in _readings(term.record)),
            _distinct(initials(p) for p in _readings(term.record)),
            first_sentence(term.record.plain[language]),
        ]
        for term in library.terms
    ]


def _readings(record: TermRecord) -> list[str]:
    return [p for p in (record.pinyin, record.pinyin_standard) if p]


def _others(record: TermRecord) -> list[str]:
    """Other names in both languages; traditional ones need none, they fold by themselves."""
    shown = {record.zh, record.en, record.abbr}
    forms = (*chinese_forms(record), *english_forms(record))
    return _distinct(form for form in forms if form not in shown)


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


# ------------------------------------------------------------ everything else
def _entries(library: Library, glossary: Glossary, language: str) -> Iterable[list[str]]:
    """Yield a row an entry: kind, address, title, other title, text to look through."""
    for text in library.texts:
        shown = library.shown(text)
        for sentence in text.sentences:
            if sentence.id in shown:
                english = text.english(sentence.id)
                pair = {"zh": sentence.zh, "en": english or sentence.zh}
                yield [
                    "sentence",
                    f"texts/{text.id}/read/#{sentence.id}",
                    pair[language],
                    pair[OTHER[language]] if english else "",
                    "",
                ]
    for claim in library.claims:
        record = claim.record
        finding = library.vocabulary["finding"][record.finding].label[language]
        yield [
            "claim",
            claim.url,
            record.gist[language],
            record.quote,
            f"{finding} {record.gist[OTHER[language]]} {record.why[language]}",
        ]
    for therapy in library.therapies:
        record = therapy.record
        words = f"{record.what[language]} {record.found[language]}"
        yield _row("therapy", therapy.url, record.name, language, words)
    for comparison in library.comparisons:
        record = comparison.record
        options = " ".join(option.name[language] for option in record.options)
        words = f"{record.lead[language]} {options}"
        yield _row("comparison", comparison.url, record.title, language, words)
    for text in library.texts:
        record = text.record
        words = record.summary[language]
        yield _row("page", f"texts/{text.id}/", record.title, language, words)
    yield from (_prose(p, library.prose) for p in library.prose if p.language == language)


def _row(kind: str, url: str, title: Bilingual, language: str, words: str) -> list[str]:
    return [kind, url, title[language], title[OTHER[language]], words]


def _prose(prose: Prose, every: Iterable[Prose]) -> list[str]:
    twin = next((p for p in every if p.file == prose.file and p.language != prose.language), None)
    url = prose.file.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    titles = [front(p.text).get("title", "") if p else "" for p in (prose, twin)]
    return ["page", url, *titles, " ".join(_MARKUP.sub(" ", body(prose.text)).split())]


def _script(name: str, content: Any) -> str:
    """Write data as a script that hands it to the search."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'guideSearch.take("{name}",{data});\n'
