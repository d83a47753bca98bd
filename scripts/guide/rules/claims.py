"""Rules on the claims: quoted, judged by known words, supported, and their sums right."""

from collections.abc import Iterator

from guide import arithmetic
from guide.exclusions import excluded, unaccounted
from guide.library import Claim, Library
from guide.problem import Problem
from guide.records import line_of

SEARCHES_FOR_UNTRACED = 3
# What needs no outside source: a judgement, a forecast, a text against itself.
NEEDS_NO_SOURCE = frozenset({"opinion", "forecast", "self-contradictory"})
HUMAN_STAGES = frozenset({"early-human", "randomised-trial"})
SUM_TOLERANCE = 0.005  # results are written to two decimals


def quotations_stand_in_the_text(library: Library) -> Iterator[Problem]:
    """A claim quotes its text word for word, exactly as often as ``times`` says."""
    for claim in library.claims:
        found, wanted = len(claim.spans), claim.record.times
        if found == 0:
            message = "the quotation is not in the source; copy it from there, marks included"
            yield _at(claim, "quote", "quote-not-found", message)
        elif found != wanted:
            message = f"the quotation stands {found} times, not {wanted}; lengthen it or set times"
            yield _at(claim, "quote", "quote-ambiguous", message)


def words_are_in_the_vocabulary(library: Library) -> Iterator[Problem]:
    """Every word of a closed list stands in ``vocabulary.toml``."""
    for claim in library.claims:
        for kind, key, word in _words(claim):
            known = library.vocabulary.get(kind, {})
            if word not in known:
                message = f"{word} is no {kind}; use one of: {', '.join(known)}"
                yield _at(claim, key, "word-unknown", message)
    for text in library.texts:
        for number, item in enumerate(text.record.exclusion):
            if item.reason not in library.vocabulary.get("exclusion", {}):
                line = line_of(text.toml, ("exclusion", number, "reason"))
                message = f"{item.reason} is no exclusion"
                yield Problem(f"{text.folder}/text.toml", line, "word-unknown", message)


def _words(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Yield (list, key in the record, word) of every word that a claim uses."""
    record = claim.record
    for key in ("kind", "trace", "finding", "stage", "confidence"):
        yield key, key, getattr(record, key)
    yield from (("flag", "flags", flag) for flag in record.flags)
    yield from (("place", "place", search.place) for search in record.searched)
    yield from (("stage", "evidence", e.stage) for e in record.evidence if e.stage)
    yield from (("finding", "history", verdict.finding) for verdict in record.history)


def verdicts_rest_on_something(library: Library) -> Iterator[Problem]:
    """A verdict rests on evidence or on a log of searches, unless it needs neither."""
    for claim in library.claims:
        record = claim.record
        if record.finding in NEEDS_NO_SOURCE or record.evidence or record.searched:
            continue
        message = "neither evidence nor searched; add [[evidence]] or [[searched]]"
        yield _at(claim, "finding", "claim-unsupported", message)


def untraced_is_earned(library: Library) -> Iterator[Problem]:
    """``untraced`` logs at least three searches and says what would change it."""
    for claim in library.claims:
        if claim.record.finding != "untraced":
            continue
        searches = {(s.place, s.query) for s in claim.record.searched}
        if len(searches) < SEARCHES_FOR_UNTRACED:
            message = (
                f"{len(searches)} searches logged, {SEARCHES_FOR_UNTRACED} needed; "
                "look again and add [[searched]]"
            )
            yield _at(claim, "finding", "search-too-thin", message)
        if claim.record.change is None:
            message = "untraced without “what would change this”; add [change]"
            yield _at(claim, "finding", "change-missing", message)


def forecasts_have_their_day(library: Library) -> Iterator[Problem]:
    """A forecast says on which day it falls due; nothing else does."""
    for claim in library.claims:
        is_forecast = claim.record.finding == "forecast"
        if is_forecast and claim.record.due is None:
            yield _at(claim, "finding", "forecast-undated", "a forecast needs due = <date>")
        elif claim.record.due and not is_forecast:
            yield _at(claim, "due", "due-unused", "only a forecast falls due; delete due")


def percentages_have_their_denominator(library: Library) -> Iterator[Problem]:
    """A percentage of people comes with its numbers, or with a flag that they are missing."""
    for claim in library.claims:
        record = claim.record
        is_percentage = any("%" in f.text for f in claim.figures)
        counted = any(g.denominator for g in record.groups)
        flagged = "no-denominator" in record.flags
        if is_percentage and record.stage in HUMAN_STAGES and not (counted or flagged):
            message = "a percentage of people; give [[groups]] a denominator or flag no-denominator"
            yield _at(claim, "quote", "denominator-missing", message)


def sums_are_right(library: Library) -> Iterator[Problem]:
    """Every calculation gives what it says, from inputs that it uses."""
    for claim in library.claims:
        for number, record in enumerate(claim.record.arithmetic):
            values = {name: i.value for name, i in record.inputs.items()}
            for code, message in _sum_faults(record.expression, values, record.equals):
                line = line_of(claim.toml, ("arithmetic", number, "expression"))
                yield Problem(claim.path, line, code, message)


def _sum_faults(
    expression: str, values: dict[str, float], equals: float
) -> Iterator[tuple[str, str]]:
    try:
        result = arithmetic.evaluated(expression, values)
    except arithmetic.SumError as fault:
        yield "arithmetic-fault", str(fault)
        return
    if abs(result - equals) > SUM_TOLERANCE:
        message = f"{expression} gives {result:.10g}, not {equals:.10g}; mend the one that is wrong"
        yield "arithmetic-differs", message
    for name in sorted(set(values) - arithmetic.names(expression)):
        yield "input-unused", f"{name} is not in the expression; use it or delete it"


def every_figure_is_accounted_for(library: Library) -> Iterator[Problem]:
    """Every figure of a text lies in the quotation of a claim or in an exclusion."""
    for text in library.texts:
        quoted = (*library.claims_of(text.id), *library.stubs_of(text.id))
        for sentence, figure, _, _ in unaccounted(text, quoted):
            message = (
                f"{sentence.id}: {figure.text} is in no claim; "
                f"claim it, or add [[exclusion]] to {text.folder}/text.toml"
            )
            yield Problem(f"{text.folder}/source.txt", sentence.line, "figure-unclaimed", message)


def exclusions_are_needed(library: Library) -> Iterator[Problem]:
    """An exclusion stands in the text as often as it says, and excuses a figure that needs it."""
    for text in library.texts:
        path = f"{text.folder}/text.toml"
        used = {e.quote for e in excluded(text, library.claims_of(text.id))}
        for number, item in enumerate(text.record.exclusion):
            line = line_of(text.toml, ("exclusion", number))
            count = text.source.count(item.quote)
            if count != item.times:
                message = f"{item.quote!r} stands {count} times, not {item.times}; mend it"
                yield Problem(path, line, "exclusion-unmatched", message)
            elif item.quote not in used:
                message = f"{item.quote!r} excuses no figure; delete it"
                yield Problem(path, line, "exclusion-unused", message)


def _at(claim: Claim, key: str, code: str, message: str) -> Problem:
    return Problem(claim.path, line_of(claim.toml, (key,)), code, message)
