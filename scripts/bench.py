"""Measure what the issues name, in tables: search, weight, time (``make bench``).

Ours stands beside stock MkDocs with Material on the same Markdown, in the same
run. Nothing here is a test: machines differ, and figures are read, not asserted.
"""

import gzip
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from guide.library import Library
from guide.reader import read
from guide.readings import initials, toneless
from prepare import find_browser

ROOT = Path(__file__).resolve().parent.parent
SEED = 20261122
SAMPLE_FOR_STOCK = 25  # queries a kind: its box answers slowly
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

STOCK = """
site_name: stock
site_url: http://127.0.0.1/
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: {language}, font: false}}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
validation: {{omitted_files: ignore, anchors: ignore}}
"""


def main() -> int:
    """Build, measure, print."""
    library, problems = read(ROOT)
    if problems:
        print("mend the seeds first: make check")
        return 1
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory() as folder:
        times(Path(folder))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            search(library, browser, Path(folder))
            browser.close()
    weights()
    return 0


# ----------------------------------------------------------------------- time
def times(folder: Path) -> None:
    """Print how long the check, our whole build and the bare MkDocs builds take."""
    check = _median(lambda: _run([sys.executable, "scripts/check.py"]))
    whole = _median(lambda: _run([sys.executable, "scripts/build.py"]))
    stock = _median(lambda: [stock_site(folder, language) for language in ("zh", "en")])
    print("\ntime, seconds (median of 3)")
    print(f"  make check                                  {check:6.2f}")
    print(f"  whole site, both languages, ours            {whole:6.2f}")
    print(f"  stock MkDocs + Material, one after the other {stock:5.2f}")
    print(f"  ours / stock                                {whole / stock:6.2f}")


def stock_site(folder: Path, language: str) -> Path:
    """Build the same Markdown with the theme and its search as they come."""
    site = folder / f"stock-{language}"
    config = ROOT / f".build/stock-{language}.yml"
    config.write_text(STOCK.format(docs=ROOT / "docs" / language, site=site, language=language))
    _run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)])
    config.unlink()
    return site


def _median(action: Callable[[], object], runs: int = 3) -> float:
    found = []
    for _ in range(runs):
        started = time.monotonic()
        action()
        found.append(time.monotonic() - started)
    return statistics.median(found)


def _run(command: Sequence[str]) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


# --------------------------------------------------------------------- search
def queries(library: Library) -> Mapping[str, list[tuple[str, str]]]:
    """Return, by kind of query, (query, what has to be found): from every term."""
    rng = random.Random(SEED)  # noqa: S311 - a sample, no secret
    terms = {t.id: t.record for t in library.terms}
    chinese = {i: r.zh for i, r in terms.items() if re.search(r"[\u4e00-\u9fff]", r.zh)}
    names = {
        i: [n for n in (r.zh, r.zh_standard, *r.zh_variants, *r.zh_also) if n]
        for i, r in terms.items()
    }

    def only(piece: str, term: str) -> bool:
        return not any(piece in n for i, ns in names.items() if i != term for n in ns)

    def pieces(cut: Callable[[str], Iterator[str]]) -> list[tuple[str, str]]:
        return [
            (rng.choice(found), f"glossary/{i}/")
            for i, zh in chinese.items()
            if (found := [p for p in cut(zh) if len(p) >= 2 and only(p, i)])
        ]

    letters = {i: initials(r.pinyin) for i, r in terms.items() if r.pinyin}
    counts = {w: list(letters.values()).count(w) for w in letters.values()}
    return {
        "whole Chinese": [(zh, f"glossary/{i}/") for i, zh in chinese.items()],
        "Chinese beginning": pieces(lambda z: (z[:n] for n in range(2, len(z)))),
        "Chinese inner": pieces(
            lambda z: (z[a:b] for a in range(1, len(z)) for b in range(a + 2, len(z)))
        ),
        "Chinese end": pieces(lambda z: (z[n:] for n in range(1, len(z) - 1))),
        "whole English": [(r.en, f"glossary/{i}/") for i, r in terms.items()],
        "English beginning": [
            (r.en[:n], f"glossary/{i}/")
            for i, r in terms.items()
            if (n := _unique_beginning(r.en, [o.en for j, o in terms.items() if j != i]))
        ],
        "abbreviation": [(r.abbr, f"glossary/{i}/") for i, r in terms.items() if r.abbr],
        "pinyin": [(toneless(r.pinyin), f"glossary/{i}/") for i, r in terms.items() if r.pinyin],
        "pinyin initials": [
            (w, f"glossary/{i}/") for i, w in letters.items() if counts[w] == 1 and len(w) > 2
        ],
        "traditional": [
            (r.zh_hant, f"glossary/{i}/") for i, r in terms.items() if r.zh_hant != r.zh
        ],
        "one slip in English": [
            (_slip(r.en, rng), f"glossary/{i}/") for i, r in terms.items() if len(r.en) >= 6
        ],
        "six characters of a sentence": [
            (s.zh[a : a + 6], f"texts/{text.id}/read/")
            for text in library.texts
            for s in text.sentences
            if len(s.zh) >= 8
            for a in [rng.randrange(len(s.zh) - 6)]
        ],
    }


def _unique_beginning(name: str, others: Sequence[str]) -> int:
    """Return the shortest beginning of four letters or more that no other name has."""
    for n in range(4, len(name)):
        if not any(o.lower().startswith(name[:n].lower()) for o in others):
            return n
    return 0


def _slip(word: str, rng: random.Random) -> str:
    """Make one typing error: a letter left out, doubled, swapped or wrong."""
    places = [n for n in range(1, len(word) - 1) if word[n].isalpha() and word[n + 1].isalpha()]
    n = rng.choice(places) if places else 1
    return rng.choice(
        [
            word[:n] + word[n + 1 :],
            word[:n] + word[n] + word[n:],
            word[:n] + word[n + 1] + word[n] + word[n + 2 :],
            word[:n] + ("x" if word[n] != "x" else "y") + word[n + 1 :],
        ]
    )


ASK_OURS = """async (queries) => {
    const input = document.querySelector('.search input');
    const panel = document.querySelector('.search-panel');
    input.focus();
    const answers = [];
    for (const query of queries) {
        const started = performance.now();
        input.value = query;
        input.dispatchEvent(new Event('input'));
        await new Promise((done) => setTimeout(done));
        const took = performance.now() - started;
        answers.push([[...panel.querySelectorAll('a')].map((a) => a.href), took]);
    }
    return answers;
}"""


def search(library: Library, browser: Browser, folder: Path) -> None:
    """Print how often the right page comes first or among the first three."""
    asked = queries(library)
    print("\nsearch: right page first / in the first three, %  (n)")
    print(f"{'':32}{'ours zh':>16}{'ours en':>16}{'stock zh':>16}")
    with serving(ROOT / "site") as address, serving(folder) as stock_address:
        ours = {lang: _our_page(browser, f"{address}/{lang}/") for lang in ("zh", "en")}
        stock = browser.new_page(viewport={"width": 1280, "height": 900})
        stock.goto(f"{stock_address}/stock-zh/")
        stock.wait_for_timeout(3000)  # it fetches its whole index first
        took: list[float] = []
        for kind, pairs in asked.items():
            row = []
            for page in ours.values():
                answers = page.evaluate(ASK_OURS, [q for q, _ in pairs])
                took += [ms for _, ms in answers]
                row.append(_recall([links for links, _ in answers], pairs))
            sample = pairs[:: -(-len(pairs) // SAMPLE_FOR_STOCK)]
            row.append(_recall([_ask_stock(stock, q) for q, _ in sample], sample))
            cells = "".join(f"{first:9.1f}/{three:5.1f} " for first, three in row)
            print(f"{kind:32}{cells}({len(pairs)})")
    took.sort()
    print(
        f"from key to shown results: median {statistics.median(took):.1f} ms, "
        f"p95 {took[int(len(took) * 0.95)]:.1f} ms, over {len(took)} queries"
    )


def _our_page(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    page.goto(address)
    page.locator(".search input").focus()
    page.evaluate(  # wait_for_function would need eval, which our policy forbids
        "async () => { while (!globalThis.guideSearch) await new Promise(requestAnimationFrame); }"
    )
    page.wait_for_timeout(500)
    return page


def _ask_stock(page: Page, query: str) -> list[str]:
    """Type into the theme's own box and read its links, folded ones left out."""
    box = page.locator("[data-md-component=search-query]")
    box.focus()
    box.fill("")
    page.keyboard.insert_text(query)
    page.keyboard.press("Shift")  # the theme listens for a key that goes up
    page.wait_for_timeout(400)
    links = "[...document.querySelectorAll('.md-search-result__item > .md-search-result__link')]"
    return page.evaluate(f"{links}.map((a) => a.href)")


def _recall(
    answers: Sequence[Sequence[str]], pairs: Sequence[tuple[str, str]]
) -> tuple[float, float]:
    ranks = [
        next((n for n, link in enumerate(links) if f"/{wanted}" in link), 99)
        for links, (_, wanted) in zip(answers, pairs, strict=True)
    ]
    return (
        100 * sum(r == 0 for r in ranks) / len(ranks),
        100 * sum(r < 3 for r in ranks) / len(ranks),
    )


class serving:  # noqa: N801 - reads as a statement
    """Serve a folder on this machine for the length of a block."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> str:
        """Return the address."""
        command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
        self.process = subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        port = re.search(r"port (\d+)", self.process.stdout.readline())
        return f"http://127.0.0.1:{port[1]}"

    def __exit__(self, *_: object) -> None:
        self.process.terminate()


# --------------------------------------------------------------------- weight
def weights() -> None:
    """Print the compressed size of the index and of some pages."""
    print("\nweight, kB compressed (gzip -9)")
    for name in (
        "search/terms.js",
        "search/texts.js",
        "assets/search-engine.js",
        "assets/search.js",
    ):
        sizes = [_compressed(ROOT / "site" / lang / name) for lang in ("zh", "en")]
        print(f"  {name:40}{sizes[0]:8.1f}{sizes[1]:8.1f}")
    pages = (ROOT / "site").rglob("index.html")
    heaviest = max(pages, key=_compressed)
    print(
        f"  heaviest page {heaviest.relative_to(ROOT / 'site').parent}: {_compressed(heaviest):.1f}"
    )


def _compressed(path: Path) -> float:
    return len(gzip.compress(path.read_bytes(), 9)) / 1000


if __name__ == "__main__":
    sys.exit(main())
