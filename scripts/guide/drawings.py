"""Drawings: one SVG with two sets of words, legible in grey, in the dark and on paper."""

import re
from xml.etree import ElementTree

from markupsafe import Markup, escape

from guide.library import Drawing

_PLACEHOLDER = re.compile(r"\$\{([a-z][a-z0-9_-]*)\}")
_FOREIGN = re.compile(
    r"<(?:!|script|style|image|foreignObject|use)\b|\b(?:style|href|on[a-z]+)=|url\("
)
INSERT = "drawing-"  # what a page writes before a drawing's id
OWN = frozenset({"id", "title", "desc"})


def placeholders(svg: str) -> frozenset[str]:
    """Return the keys whose words a drawing asks for, its title and description left out."""
    return frozenset(_PLACEHOLDER.findall(svg)) - OWN


def foreign(svg: str) -> str:
    """Return the first thing in a drawing that a strict page would not allow, or nothing."""
    found = _FOREIGN.search(svg)
    return found[0] if found else ""


def malformed(svg: str) -> tuple[int, str] | None:
    """Return the line and the fault of a file that is no XML with one ``svg`` around it."""
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - the project's own; no <! gets by
    except ElementTree.ParseError as error:
        return error.position[0], str(error).split(":")[0]
    return None if root.tag.endswith("}svg") else (1, f"{root.tag} around it instead of svg")


def drawn(drawing: Drawing, language: str) -> Markup:
    """Return a drawing with its words in a language."""
    record = drawing.record
    words = {key: str(escape(label[language])) for key, label in record.labels.items()}
    words |= {
        "id": drawing.id,
        "title": str(escape(record.title[language])),
        "desc": str(escape(record.desc[language])),
    }
    svg = " ".join(_PLACEHOLDER.sub(lambda m: words[m[1]], drawing.svg).split())
    return Markup('<figure class="drawing">{}</figure>').format(Markup(svg))  # noqa: S704
