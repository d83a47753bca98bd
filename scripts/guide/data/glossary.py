"""``glossary.json``, ``.csv`` and ``.tbx``: the terms, for people and for translators' tools."""

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from guide.data.base import Data, as_csv, as_json, urls
from guide.glossary import Glossary
from guide.library import Library, Term
from guide.shapes import Bilingual, TermSource, UsageWarning

COLUMNS = (
    *("id", "zh", "zh_standard", "zh_hant", "pinyin", "en", "abbr", "category", "tier"),
    *("plain_zh", "plain_en", "occurrences", "url_zh", "url_en"),
)


class TermData(Data):
    """One term; ``occurrences`` are sentence ids, derived by longest match."""

    id: str
    zh: str
    zh_standard: str
    zh_hant: str
    pinyin: str
    en: str
    abbr: str
    variants: list[str]
    en_variants: list[str]
    category: str
    tier: str
    plain: Bilingual
    technical: Bilingual | None
    warnings: list[UsageWarning]
    related: list[str]
    sources: list[TermSource]
    occurrences: list[str]
    claims: list[str]
    url: dict[str, str]


class GlossaryFile(Data):
    """``glossary.json``."""

    terms: list[TermData]


def files(library: Library) -> dict[str, str]:
    """Return the files on the glossary."""
    glossary = Glossary(library)
    content = GlossaryFile(terms=[_term(term, glossary) for term in library.terms])
    return {
        "glossary.json": as_json(content.model_dump(mode="json")),
        "glossary.csv": as_csv(COLUMNS, map(_row, content.terms)),
        "glossary.tbx": tbx(content.terms),
        "schemas/glossary.json": as_json(GlossaryFile.model_json_schema()),
    }


def _term(term: Term, glossary: Glossary) -> TermData:
    record = term.record
    return TermData(
        id=term.id,
        zh=record.zh,
        zh_standard=record.zh_standard or record.zh,
        zh_hant=record.zh_hant,
        pinyin=record.pinyin,
        en=record.en,
        abbr=record.abbr,
        variants=[*record.zh_variants, *record.zh_also],
        en_variants=list(record.en_variants),
        category=record.category,
        tier=record.tier,
        plain=record.plain,
        technical=record.technical,
        warnings=list(record.warnings),
        related=list(record.related),
        sources=list(record.sources),
        occurrences=[sentence.id for _, sentence in glossary.sentences.get(term.id, ())],
        claims=list(glossary.claims.get(term.id, ())),
        url=urls(term.url),
    )


def _row(term: TermData) -> Sequence[Any]:
    return (
        *(term.id, term.zh, term.zh_standard, term.zh_hant, term.pinyin, term.en, term.abbr),
        *(term.category, term.tier, term.plain.zh, term.plain.en, " ".join(term.occurrences)),
        *(term.url["zh"], term.url["en"]),
    )


# ------------------------------------------------------------------------ TBX
def tbx(terms: Sequence[TermData]) -> str:
    """Write terms as TBX-Basic of ISO 30042:2008, the form that translators' tools read."""
    root = ElementTree.Element("martif", {"type": "TBX-Basic", "xml:lang": "zh-Hans"})
    header = ElementTree.SubElement(root, "martifHeader")
    description = ElementTree.SubElement(header, "fileDesc")
    source = ElementTree.SubElement(description, "sourceDesc")
    _add(source, "p", "细胞疗法细读 · Cell Therapy, Read Closely: glossary")
    encoding = ElementTree.SubElement(header, "encodingDesc")
    _add(encoding, "p", "TBXBasicXCSV02.xcs", type="XCSURI")
    body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
    for term in terms:
        entry = ElementTree.SubElement(body, "termEntry", {"id": f"term-{term.id}"})
        _add(entry, "descrip", term.category, type="subjectField")
        for language, names, plain in (
            ("zh-Hans", [term.zh, *_distinct(term.zh_standard, term.zh)], term.plain.zh),
            ("en", [term.en, *_distinct(term.abbr, term.en)], term.plain.en),
        ):
            section = ElementTree.SubElement(entry, "langSet", {"xml:lang": language})
            _add(ElementTree.SubElement(section, "descripGrp"), "descrip", plain, type="definition")
            for name in names:
                _add(ElementTree.SubElement(section, "tig"), "term", name)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _distinct(name: str, other: str) -> list[str]:
    return [name] if name and name != other else []


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = text
