"""How time and memory of the check and of the pages grow with the library."""

import datetime
import json
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from check import checked
from guide.pages import pages
from guide.reader import GRADES
from measure.tools import ROOT, run
from measure.worlds import grown

SIZES = (1, 10, 100)
TODAY = datetime.date(2026, 11, 22)


def scale(sizes: tuple[int, ...] = SIZES) -> None:
    """Print seconds and memory for each size, and the exponents between the ends."""
    print(
        "\nscale: check and pages of synthetic libraries (targets: exponent 1.05, 100× in 1.5 GiB)"
    )
    print(
        f"{'size':>6}{'claims':>9}{'terms':>9}{'pages':>9}{'check s':>10}{'pages s':>10}{'MiB':>8}"
    )
    rows = [_measured(size) for size in sizes]
    for size, row in zip(sizes, rows, strict=True):
        print(
            f"{size:>5}×{row['claims']:>9}{row['terms']:>9}{row['pages']:>9}"
            f"{row['check']:>10.2f}{row['making']:>10.2f}{row['memory']:>8.0f}"
            f"  ({row['problems']} problems)"
        )
    sides = [math.log(size) for size in sizes]
    for name, key in (("check", "check"), ("pages", "making"), ("memory", "memory")):
        heights = [math.log(row[key]) for row in rows]
        last = (heights[-1] - heights[-2]) / (sides[-1] - sides[-2])
        fitted = statistics.linear_regression(sides, heights).slope
        print(f"  exponent of {name:8} fitted {fitted:.2f}, between the two largest {last:.2f}")


def _measured(size: int) -> dict[str, float]:
    """Measure one size in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        project = grown(Path(folder), size)
        run([sys.executable, "scripts/check.py"])  # its reading grades are kept: the pages'
        (project / ".build").mkdir()
        shutil.copy(ROOT / GRADES, project / GRADES)
        command = [sys.executable, "-m", "measure.scale", str(project)]
        done = subprocess.run(
            command, cwd=ROOT / "scripts", check=True, stdout=subprocess.PIPE, text=True
        )
    return json.loads(done.stdout)


def measure(project: Path) -> dict[str, float]:
    """Check the project and make its pages, one by one and kept nowhere."""
    started = time.process_time()
    library, problems = checked(project, TODAY)
    after = time.process_time()
    count = sum(1 for _ in pages(library, TODAY))
    return {
        "claims": len(library.claims),
        "terms": len(library.terms),
        "problems": len(problems),
        "pages": count,
        "check": after - started,
        "making": time.process_time() - after,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
