"""The rules: each a small generator whose docstring is the requirement.

A rule takes the library and yields problems; ``RULES`` is the list that the
check runs. Adding a rule is writing one function and naming it here.
"""

import datetime
from collections.abc import Callable, Iterator

from guide.library import Library
from guide.problem import Problem
from guide.rules import (
    claims,
    comparisons,
    dates,
    drafts,
    drawings,
    pages,
    plain,
    references,
    renamed,
    sources,
    terms,
    therapies,
    translations,
    wording,
)

Rule = Callable[[Library], Iterator[Problem]]
DatedRule = Callable[[Library, datetime.date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    sources.source_is_the_frozen_one,
    sources.readings_match_the_source,
    sources.texts_say_where_they_were_seen,
    drafts.texts_are_finished,
    drafts.every_sentence_is_translated,
    drafts.stubs_are_judged,
    drafts.guesses_are_confirmed,
    drafts.words_are_written,
    translations.every_sentence_has_its_entry,
    translations.no_entry_without_its_sentence,
    translations.no_fuzzy_entry,
    translations.file_is_canonical,
    translations.every_figure_survives,
    translations.exemptions_are_well_formed,
    claims.quotations_stand_in_the_text,
    claims.words_are_in_the_vocabulary,
    claims.verdicts_rest_on_something,
    claims.untraced_is_earned,
    claims.forecasts_have_their_day,
    claims.percentages_have_their_denominator,
    claims.sums_are_right,
    claims.every_figure_is_accounted_for,
    claims.exclusions_are_needed,
    references.references_can_be_found,
    references.grades_are_known,
    terms.one_term_a_form,
    terms.ambiguous_abbreviations_say_so,
    terms.translations_use_the_glossary,
    terms.words_are_in_the_vocabulary,
    wording.no_forbidden_word,
    wording.no_word_to_avoid,
    wording.animals_are_named,
    therapies.words_are_in_the_vocabulary,
    comparisons.every_cell_is_filled,
    comparisons.reported_cells_are_supported,
    comparisons.cells_are_short,
    comparisons.one_denominator_a_row,
    pages.pages_have_their_twin,
    pages.pages_have_their_front,
    pages.inserts_exist,
    pages.pages_stand_under_their_text,
    pages.figures_are_sourced,
    plain.english_is_plain,
    plain.chinese_sentences_are_short,
    plain.terms_are_explained,
    drawings.words_fit_the_drawing,
    drawings.nothing_comes_from_elsewhere,
    drawings.drawings_are_well_formed,
)

# Whether something is missing can be told only when everything has been read.
ABSENCE_RULES: tuple[Rule, ...] = (
    renamed.ids_never_die,
    references.references_exist,
    references.references_are_used,
    terms.every_form_is_printed,
    terms.related_terms_exist,
    pages.links_lead_to_records,
    drawings.drawings_exist,
    drawings.drawings_are_used,
    therapies.sources_exist,
    therapies.names_exist,
    therapies.every_product_has_its_page,
    comparisons.sources_and_therapies_exist,
)

DATED_RULES: tuple[DatedRule, ...] = (
    dates.nothing_is_checked_tomorrow,
    dates.reviews_are_not_overdue,
    dates.pages_are_not_overdue,
    dates.forecasts_are_settled,
    therapies.events_have_happened,
)


def problems(library: Library, today: datetime.date, *, whole: bool = True) -> list[Problem]:
    """Run every rule over the library; the day decides what is overdue.

    ``whole`` says that every file could be read.
    """
    rules = RULES + ABSENCE_RULES if whole else RULES
    found = [problem for rule in rules for problem in rule(library)]
    wrong_clock = list(dates.clock_is_right(library, today))
    # By a wrong clock everything is overdue, or nothing has happened yet: say it once.
    dated = () if wrong_clock else DATED_RULES
    return [*found, *wrong_clock, *(p for rule in dated for p in rule(library, today))]
