"""Rules on the glossary: one meaning a form, every form printed, the translation held to it."""

from collections.abc import Iterator

from guide.glossary import Glossary
from guide.library import Library, Term
from guide.problem import Problem
from guide.records import line_of
from guide.terms import english_forms, printed, renders


def one_term_a_form(library: Library) -> Iterator[Problem]:
    """No two terms have the same Chinese head word, nor the same form in print."""
    owner: dict[str, str] = {}
    for term in library.terms:
        for form in (term.record.zh, *term.record.zh_variants):
            if form in owner:
                message = f"{form} belongs to {owner[form]} already; drop it from one of the two"
                yield _at(term, "zh", "term-duplicate", message)
            owner.setdefault(form, term.id)


def every_form_is_printed(library: Library) -> Iterator[Problem]:
    """The head word and its variants stand in an article as written."""
    every = (form for t in library.terms for form in (t.record.zh, *t.record.zh_variants))
    found = printed(every, (text.source for text in library.texts))
    for term in library.terms:
        for key, forms in (("zh", (term.record.zh,)), ("zh_variants", term.record.zh_variants)):
            for form in forms:
                if form not in found:
                    message = f"{form} is printed nowhere; move it to zh_also or delete it"
                    yield _at(term, key, "form-absent", message)


def ambiguous_abbreviations_say_so(library: Library) -> Iterator[Problem]:
    """An abbreviation with two meanings carries a warning that names it."""
    if library.wording is None:
        return
    carriers: dict[str, list[Term]] = {}
    for term in library.terms:
        if term.record.abbr:
            carriers.setdefault(term.record.abbr, []).append(term)
    for abbreviation, terms in carriers.items():
        if len(terms) < 2 and abbreviation not in library.wording.ambiguous:
            continue
        for term in terms:
            if not any(abbreviation in w.note.en for w in term.record.warnings):
                message = f"{abbreviation} has two meanings; add a warning that names it"
                yield _at(term, "abbr", "abbreviation-ambiguous", message)


def translations_use_the_glossary(library: Library) -> Iterator[Problem]:
    """A term of a Chinese sentence is rendered in its English by an accepted word."""
    glossary = Glossary(library)
    for text in library.texts:
        for entry in text.translations.values():
            if not entry.en:
                continue
            exempt = {e.what for e in entry.exemptions if e.code == "term-lost"}
            lost = {
                o.term
                for o in glossary.by_sentence[entry.id]
                if not renders(entry.en, english_forms(glossary.records[o.term]))
            }
            path = f"{text.folder}/en.po"
            for term in sorted(lost - exempt):
                record = glossary.records[term]
                message = (
                    f"{entry.id}: {record.zh} is rendered by none of: "
                    f"{', '.join(english_forms(record))}; mend it, add to en_variants of {term}, "
                    f"or write '# exempt term-lost {term}: why' above the entry"
                )
                yield Problem(path, entry.line, "term-lost", message)
            for term in sorted(exempt - lost):
                message = f"{entry.id}: nothing of {term} is lost; delete the exemption"
                yield Problem(path, entry.line, "exemption-unused", message)


def related_terms_exist(library: Library) -> Iterator[Problem]:
    """Related terms are terms, and not the term itself."""
    known = {term.id for term in library.terms}
    for term in library.terms:
        for related in term.record.related:
            if related not in known or related == term.id:
                message = f"{related} is no other term; mend the id"
                yield _at(term, "related", "term-unknown", message)


def words_are_in_the_vocabulary(library: Library) -> Iterator[Problem]:
    """Category and warnings use the words of ``vocabulary.toml``."""
    for term in library.terms:
        words = [("category", term.record.category)]
        words += [("warning", warning.kind) for warning in term.record.warnings]
        for kind, word in words:
            known = library.vocabulary.get(kind, {})
            if word not in known:
                message = f"{word} is no {kind}; use one of: {', '.join(known)}"
                yield _at(
                    term, "category" if kind == "category" else "kind", "word-unknown", message
                )


def _at(term: Term, key: str, code: str, message: str) -> Problem:
    return Problem(term.path, line_of(term.toml, (key,)), code, message)
