"""Rules that depend on the day: what is due for another look is shown as a warning."""

import datetime
from collections.abc import Iterator

from guide import prose
from guide.library import Library
from guide.problem import Problem, Severity
from guide.records import line_of
from guide.review import page_review, review_by

LONGEST_REST = 10  # years; a guide that nobody has looked at for longer, or a wrong clock


def clock_is_right(library: Library, today: datetime.date) -> Iterator[Problem]:
    """The clock's day is not before most of what was checked, nor many years after all of it."""
    checked = sorted(claim.record.checked for claim in library.claims)
    if checked and today < checked[len(checked) // 2]:
        message = f"the clock says {today}, but most claims were checked later; set the clock"
        yield Problem("seeds/claims", 1, "clock-wrong", message, Severity.WARNING)
    elif checked and today.year > checked[-1].year + LONGEST_REST:
        message = f"the clock says {today}, the newest check is of {checked[-1]}; set the clock"
        yield Problem("seeds/claims", 1, "clock-wrong", message, Severity.WARNING)


def nothing_is_checked_tomorrow(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No claim was checked on a day that has not come."""
    for claim in library.claims:
        checked = claim.record.checked
        if checked > today:
            message = f"checked on {checked}, and the clock says {today}; mend it or set the clock"
            line = line_of(claim.toml, ("checked",))
            yield Problem(claim.path, line, "checked-future", message, Severity.WARNING)


def reviews_are_not_overdue(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A claim is looked at again within the months that its kind allows."""
    for claim in library.claims:
        by = review_by(claim.record, library.vocabulary)
        if today > by:
            message = f"due for another look since {by}; check it and set checked"
            line = line_of(claim.toml, ("checked",))
            yield Problem(claim.path, line, "review-overdue", message, Severity.WARNING)


def pages_are_not_overdue(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A hand-written page is read again by the day that it names."""
    for page in library.prose:
        review = page_review(prose.front(page.text))
        if review and today > review.review_by:
            message = f"due for another look since {review.review_by}; read it and set checked"
            yield Problem(page.path, 1, "review-overdue", message, Severity.WARNING)


def forecasts_are_settled(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A forecast whose day has passed is checked and given another finding."""
    for claim in library.claims:
        due = claim.record.due
        if due and today > due and claim.record.finding == "forecast":
            message = f"fell due on {due}; look what came of it and change the finding"
            line = line_of(claim.toml, ("due",))
            yield Problem(claim.path, line, "forecast-due", message, Severity.WARNING)
