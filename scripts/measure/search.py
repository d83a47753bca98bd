"""How often the search finds the right page, and how fast, beside the stock search box."""

import random
import re
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page

from guide.library import LANGUAGES, Library
from guide.reader import read
from guide.readings import initials, toneless
from measure.tools import ROOT, browsing, serving, stock_site

SEED = 20261122
SAMPLE_FOR_STOCK = 25  # queries a kind: its box answers slowly


def search() -> None:
    """Print how often the right page comes first or among the first three."""
    library, _ = read(ROOT)
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        stock_site(Path(folder), "zh")
        _table(library, browser, Path(folder))


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


def _table(library: Library, browser: Browser, folder: Path) -> None:
    asked = queries(library)
    print("\nsearch: right page first / in the first three, %  (n)")
    print(f"{'':32}{'ours zh':>16}{'ours en':>16}{'stock zh':>16}")
    with serving(ROOT / "site") as address, serving(folder) as stock_address:
        ours = {lang: _our_page(browser, f"{address}/{lang}/") for lang in LANGUAGES}
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
    page.wait_for_timeout(2000)  # the index; waiting for a condition would need eval
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
