"""What somebody wants built: for which address, how, and by which engine."""

import argparse
import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from guide import headers

ENGINES = ("mkdocs", "zensical")
LOCAL = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class Order:
    """One build.

    ``address`` is the site's own, with a last slash; ``draft`` shows the texts
    that are not finished as well, gaps and all; ``engine`` is one of ``ENGINES``;
    ``policy`` is the Content-Security-Policy that every page carries (none if it
    is empty); ``zipped`` adds the whole guide as one zip and offers it; ``today``
    (the clock's day unless given) decides what is overdue.
    """

    address: str = LOCAL
    contact: str = ""
    draft: bool = False
    engine: str = ENGINES[0]
    policy: str = headers.policy(meta=True)
    zipped: bool = False
    today: datetime.date = field(default_factory=datetime.date.today)


def ordered(words: Sequence[str] | None = None) -> Order:
    """Return what the command line and the environment ask for."""
    parser = argparse.ArgumentParser(description="Build the whole site.")
    parser.add_argument("--address", default=os.environ.get("GUIDE_URL", LOCAL))
    parser.add_argument("--contact", default=os.environ.get("GUIDE_CONTACT", ""))
    parser.add_argument(
        "--draft",
        action="store_true",
        default=os.environ.get("DRAFT", "0") not in ("", "0"),
        help="show drafts too, for their editors alone (DRAFT=1)",
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument(
        "--bare",
        action="store_true",
        help="leave the security policy out of the pages, for make serve",
    )
    given = parser.parse_args(words)
    policy = "" if given.bare else headers.policy(meta=True)
    address = given.address.rstrip("/") + "/"
    return Order(address, given.contact, given.draft, given.engine, policy)
