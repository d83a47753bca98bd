"""An Atom feed of changed verdicts in each language (RFC 4287)."""

import datetime
from xml.etree import ElementTree

from guide.library import Library
from guide.pages.words import TAGS, day

ATOM = "http://www.w3.org/2005/Atom"


def feed(library: Library, language: str, guide: str, address: str) -> str:
    """Return the feed: one entry a changed verdict, and one for the first publication."""
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": TAGS[language]})
    entries = _entries(library, language)
    _add(root, "id", f"{address}{language}/feed.xml")
    _add(root, "title", guide)
    _add(root, "updated", _moment(max(date for date, *_ in entries)))
    ElementTree.SubElement(root, "link", {"rel": "self", "href": f"{address}{language}/feed.xml"})
    ElementTree.SubElement(root, "link", {"href": f"{address}{language}/"})
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", guide)
    for date, key, title, words, url in entries:
        entry = ElementTree.SubElement(root, "entry")
        _add(entry, "id", f"{address}{language}/{url}#{key}")
        _add(entry, "title", title)
        _add(entry, "updated", _moment(date))
        ElementTree.SubElement(entry, "link", {"href": f"{address}{language}/{url}"})
        _add(entry, "summary", words)
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _entries(library: Library, language: str) -> list[tuple[datetime.date, str, str, str, str]]:
    findings = library.vocabulary.get("finding", {})
    opened = {
        "zh": f"说法核查总表公布：{len(library.claims)}处说法",
        "en": f"The claims ledger is published: {len(library.claims)} claims",
    }[language]
    first = (library.as_of, "opened", opened, day(library.as_of, language), "claims/")
    changed = [
        (
            verdict.date,
            f"{claim.id}-{verdict.date}",
            f"{findings[claim.record.finding].label[language]}: {claim.record.quote}",
            verdict.note[language],
            claim.url,
        )
        for claim in library.claims
        for verdict in claim.record.history
    ]
    return sorted([first, *changed], key=lambda entry: (entry[0], entry[1]), reverse=True)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _moment(date: datetime.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"
