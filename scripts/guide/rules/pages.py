"""Rules on the hand-written pages: both languages alike, and every link leads to a record."""

from collections.abc import Iterator, Mapping

from guide import prose
from guide.drawings import INSERT as DRAWING
from guide.library import Library, Prose
from guide.problem import Problem
from guide.review import PAGE_DAYS, page_review

LISTS = frozenset({"trace", "finding", "stage", "flag", "confidence"})
INSERTS = LISTS | {"contact", "history", "offline-copy", "text-facts", "text-figures"}
# Pages that explain: each figure on them rests on a record.
SOURCED = ("explain/", "texts/", "cards/")
FRONT = ("title", "description")
LONGEST_DESCRIPTION = {"zh": 60, "en": 160}  # what a shared link shows


def pages_have_their_twin(library: Library) -> Iterator[Problem]:
    """Every page exists in both languages, with the same headings, figures, records and inserts."""
    by_place = {(p.language, p.file): p for p in library.prose}
    for page in library.prose:
        other = "en" if page.language == "zh" else "zh"
        twin = by_place.get((other, page.file))
        if twin is None:
            message = f"no twin in {other}; write docs/prose/{other}/{page.file}"
            yield Problem(page.path, 1, "twin-missing", message)
        elif page.language == "en":
            yield from _differences(page, twin)


def _differences(page: Prose, twin: Prose) -> Iterator[Problem]:
    for what, of in (
        ("headings", prose.headings),
        ("figures", lambda text: sorted(prose.amounts(text))),
        ("inserts", lambda text: tuple(name for _, name in prose.inserts(text))),
        ("records linked", lambda text: sorted({(t.scheme, t.id) for t in prose.targets(text)})),
    ):
        mine, theirs = of(page.text), of(twin.text)
        if mine != theirs:
            odd = [x for x in mine if x not in theirs] + [x for x in theirs if x not in mine]
            message = f"{what} differ from {twin.path}: {odd[:3] or 'their order'}; make them alike"
            yield Problem(page.path, 1, "twin-differs", message)


def pages_have_their_front(library: Library) -> Iterator[Problem]:
    """A page says its title and, in a line that a shared link can show, what it is about."""
    for page in library.prose:
        keys = prose.front(page.text)
        for key in FRONT:
            if not keys.get(key):
                message = f"no {key}; add it between the two --- lines at the top"
                yield Problem(page.path, 1, "front-missing", message)
        if page_review(keys) is None:
            days = ", ".join(PAGE_DAYS)
            message = f"{days} are not all there as days like 2026-11-22; add them at the top"
            yield Problem(page.path, 1, "front-missing", message)
        if page.file.startswith("explain/") and not _shelved(keys, library):
            topics = ", ".join(library.vocabulary.get("topic", {}))
            message = f"topic is none of {topics}, or order no number; add both at the top"
            yield Problem(page.path, 1, "front-missing", message)
        longest = LONGEST_DESCRIPTION[page.language]
        if len(keys.get("description", "")) > longest:
            message = f"description longer than {longest} characters; cut it"
            yield Problem(page.path, 1, "description-long", message)


def _shelved(keys: Mapping[str, str], library: Library) -> bool:
    """Tell whether the list of explainers knows where to put a page."""
    known = keys.get("topic") in library.vocabulary.get("topic", {})
    return known and keys.get("order", "").isdecimal()


def figures_are_sourced(library: Library) -> Iterator[Problem]:
    """On a page that explains, a paragraph with a figure links to a record."""
    for page in library.prose:
        if page.file.startswith(SOURCED):
            for line, paragraph in prose.paragraphs(page.text):
                figure = prose.first_figure(paragraph)
                if figure and not any(prose.targets(paragraph)):
                    message = f"{figure} rests on nothing; link a claim, a term or a source"
                    yield Problem(page.path, line, "figure-unsourced", message)


def links_lead_to_records(library: Library) -> Iterator[Problem]:
    """Every link of a page to a record names one that exists."""
    known = _known(library)
    for page in library.prose:
        for target in prose.targets(page.text):
            if target.id not in known.get(target.scheme, ()):
                message = f"{target.scheme}:{target.id} does not exist; mend the link"
                yield Problem(page.path, target.line, "link-unknown", message)


def pages_stand_under_their_text(library: Library) -> Iterator[Problem]:
    """A page under ``texts/<id>/`` is about a text that is here."""
    known = {text.id for text in library.texts}
    for page in library.prose:
        folder, _, rest = page.file.partition("/")
        text, slash, _ = rest.partition("/")
        if folder == "texts" and slash and text not in known:
            message = f"{text} is no text; move the page or delete it"
            yield Problem(page.path, 1, "text-unknown", message)


def inserts_exist(library: Library) -> Iterator[Problem]:
    """Every insert of a page is one that the build can make."""
    for page in library.prose:
        for line, name in prose.inserts(page.text):
            if name not in INSERTS and not name.startswith(DRAWING):
                known = ", ".join(sorted(INSERTS))
                message = f"{name} is no insert; use one of: {known}, {DRAWING}<id>"
                yield Problem(page.path, line, "insert-unknown", message)


def _known(library: Library) -> Mapping[str, frozenset[str]]:
    return {
        "ref": frozenset(library.references),
        "claim": frozenset(c.key for c in library.claims),
        "term": frozenset(t.id for t in library.terms),
        "therapy": frozenset(t.id for t in library.therapies),
        "compare": frozenset(c.id for c in library.comparisons),
    }
