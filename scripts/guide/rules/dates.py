"""Rules that depend on the day: what is due for another look is shown as a warning."""

import datetime
from collections.abc import Iterator

from guide import prose
from guide.library import Library
from guide.problem import Problem, Severity
from guide.records import line_of
from guide.review import page_review, review_by


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
