"""Ask every outward address whether it still answers (``make links``).

Needs the network, so that no test and no build runs it. An address that does not
answer is a problem of the source that names it; a host that forbids programs (401,
403, 429) is said to be unknown, for a reader may well get in.
"""

import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide import citations
from guide.library import Library
from guide.problem import Problem, Severity
from guide.reader import read
from guide.records import line_of

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT = 20  # seconds
AT_ONCE = 8
CLOSED_TO_PROGRAMS = frozenset({401, 403, 405, 429})
# Hosts that hold most of the sources: if none of them answers, we are not on the network.
PROBES = ("https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/", "https://clinicaltrials.gov/")
HEADERS = {"User-Agent": "Mozilla/5.0 (link check of a reader's guide)"}


def main() -> int:
    """Check all addresses; the exit status says whether one is dead."""
    library, problems = read(ROOT)
    if problems:
        print("mend the seeds first: make check")
        return 1
    named = addresses(library)
    if not any(isinstance(status, int) for status in answers(PROBES).values()):
        print("links: no host answers; connect to the network and run it again")
        return 1
    print(f"asking {len(named)} addresses, some minutes", flush=True)
    found = list(verdicts(named, library.references_toml, answers(named)))
    for problem in sorted(found):
        print(problem)
    dead = sum(p.severity is Severity.ERROR for p in found)
    print(f"{len(named)} addresses, {dead} dead, {len(found) - dead} unknown")
    return int(dead > 0)


def addresses(library: Library) -> dict[str, str]:
    """Return address -> the first reference that names it."""
    named: dict[str, str] = {}
    for key, reference in library.references.items():
        for _, address in citations.links(reference):
            named.setdefault(address, key)
    return named


def answers(named: Iterable[str]) -> dict[str, int | str]:
    """Return address -> the status of its answer, or the reason why there is none."""
    named = list(named)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(named, pool.map(answer, named), strict=True))


def answer(address: str) -> int | str:
    """Ask for the head of a page; redirects are followed."""
    request = urllib.request.Request(address, method="HEAD", headers=HEADERS)  # noqa: S310 - http(s) by the model
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, ValueError) as error:
        return str(getattr(error, "reason", error)) or type(error).__name__


def verdicts(
    named: Mapping[str, str], toml: str, answered: Mapping[str, int | str]
) -> Iterator[Problem]:
    """Yield a problem for each address without a good answer, at its reference."""
    for address, status in answered.items():
        if isinstance(status, int) and status < 400:
            continue
        line = line_of(toml, (named[address],))
        closed = status in CLOSED_TO_PROGRAMS
        severity = Severity.WARNING if closed else Severity.ERROR
        code = "link-unknown" if closed else "link-dead"
        cure = "open it by hand" if closed else "find its new address, or say copy_read"
        message = f"{address} answers {status}; {cure}"
        yield Problem("seeds/references.toml", line, code, message, severity)


if __name__ == "__main__":
    sys.exit(main())
