"""The rules: each fault gets its one line, all of them in one run, and the real seeds have none."""

import ast
import datetime
import re
from pathlib import Path

import pytest

import check

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 6, 1)


def problems(world, today=TODAY):
    """Every problem of a world, as it is printed."""
    return [str(p) for p in check.checked(world, today)[1]]


def swap(path, old, new):
    """Replace words in a file of a world; they have to be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


TEXT = "seeds/texts/tea/text.toml"
PO = "seeds/texts/tea/en.po"
CLAIM = "seeds/claims/tea/eight-of-twelve.toml"
PLAN = "seeds/claims/tea/next-year.toml"
TABLE = "seeds/claims/tea/table-eight.toml"
TERM = "seeds/terms/green-tea.toml"
REFS = "seeds/references.toml"
THERAPY = "seeds/therapies/tea-drinking.toml"
COMPARISON = "seeds/comparisons/tea-or-water.toml"
PAGE = "docs/prose/en/about/index.md"
EXPLAINER = "docs/prose/en/explain/mice.md"
DRAWING = "docs/drawings/twelve-mice.svg"
LABELS = "docs/drawings/twelve-mice.toml"

# file, words, what they become, and every problem that this makes: "path:line: code: start"
FAULTS = [
    (
        EXPLAINER,
        "topic: mice",
        "topic: cats",
        [f"{EXPLAINER}:1: front-missing: topic is none of mice, or order no number"],
    ),
    (
        EXPLAINER,
        "review_by: 2027-01-03",
        "review_by: soon",
        [f"{EXPLAINER}:1: front-missing: written, checked, review_by are not all there"],
    ),
    (
        EXPLAINER,
        "review_by: 2027-01-03",
        "review_by: 2026-05-31",
        [f"{EXPLAINER}:1: warning: review-overdue: due for another look since 2026-05-31"],
    ),
    (
        EXPLAINER,
        "Of 12 mice",
        "Notwithstanding considerable methodological heterogeneity, of 12 mice",
        [f"{EXPLAINER}:1: reading-hard: reading grade"],
    ),
    (
        "docs/prose/zh/explain/mice.md",
        "12只小鼠里",
        "某大学的研究者在一间安静的屋子里给刚刚断奶不久的12只小鼠一连喂了许多天的绿茶以后发现其中",
        ["docs/prose/zh/explain/mice.md:1: sentences-long: median sentence"],
    ),
    (
        EXPLAINER,
        "Of 12 mice",
        "Of 13 mice",
        [f"{EXPLAINER}:1: twin-differs: figures differ"],
    ),
    (
        DRAWING,
        "${faster}",
        "faster",
        [f"{LABELS}:10: label-unused: faster stands nowhere"],
    ),
    (
        LABELS,
        "faster = {",
        "slower = {",
        [
            f"{DRAWING}:5: label-missing: no words for ${{faster}}",
            f"{LABELS}:10: label-unused: slower stands nowhere",
        ],
    ),
    (
        DRAWING,
        "</svg>",
        "<script>1</script></svg>",
        [f"{DRAWING}:1: drawing-foreign: '<script' may not stand"],
    ),
    (
        DRAWING,
        "</title>",
        "",
        [f"{DRAWING}:6: drawing-malformed: not a well-formed SVG: mismatched"],
    ),
    (
        EXPLAINER,
        "drawing-twelve-mice",
        "drawing-no-mice",
        [
            f"{EXPLAINER}:1: twin-differs: inserts differ",
            f"{EXPLAINER}:15: insert-unknown: drawing-no-mice does not exist",
        ],
    ),
    (
        EXPLAINER,
        "What 8 of 12 mice are.",
        "What 8 of 12 mice are. " * 8,
        [f"{EXPLAINER}:1: description-long: description longer than 160"],
    ),
    (
        EXPLAINER,
        "<!-- insert",
        "And 3 rats did not.\n\n<!-- insert",
        [f"{EXPLAINER}:15: figure-unsourced: 3 rests on nothing"],
    ),
    (
        THERAPY,
        'stage = "animals"',
        'stage = "moon"',
        [f"{THERAPY}:1: word-unknown: moon is no stage"],
    ),
    (
        THERAPY,
        'sources = ["tea-2020-review"]',
        'sources = ["hearsay"]',
        [f"{THERAPY}:9: source-unknown: hearsay is neither"],
    ),
    (
        THERAPY,
        'overtakes = ["tea/table-eight"]',
        'overtakes = ["tea/nine"]',
        [f"{THERAPY}:60: claim-unknown: tea/nine is no claim"],
    ),
    (
        THERAPY,
        'date = "2021-06-01"',
        'date = "2031-06-01"',
        [f"{THERAPY}:55: event-future: 2031-06-01 has not come yet"],
    ),
    (
        THERAPY,
        'date = "2021-06-01"',
        'date = "June"',
        [
            f"{THERAPY}:55: value-wrong: events.1.date",
        ],
    ),
    (
        TABLE,
        'therapies = ["tea-drinking"]',
        'therapies = ["coffee"]',
        [f"{TABLE}:9: therapy-unknown: coffee is no therapy"],
    ),
    (
        COMPARISON,
        '[questions.cells.water]\nstatus = "not-reported"\n',
        "",
        [f"{COMPARISON}:25: cell-missing: helped: no cell for water"],
    ),
    (
        COMPARISON,
        "[questions.cells.water]\nstatus",
        "[questions.cells.beer]\nstatus",
        [
            f"{COMPARISON}:25: cell-missing: helped: no cell for water",
            f"{COMPARISON}:25: option-unknown: helped: beer is no option",
        ],
    ),
    (
        COMPARISON,
        'status = "not-reported"',
        "",
        [
            f"{COMPARISON}:25: cell-empty: helped, water",
            f"{COMPARISON}:25: cell-unsourced: helped, water",
            f"{COMPARISON}:25: cell-undated: helped, water",
            f"{COMPARISON}:25: cell-ungraded: helped, water",
        ],
    ),
    (
        COMPARISON,
        "几乎不要钱。",
        "水" * 400,
        [f"{COMPARISON}:40: cell-long: cost, water: zh longer than 160"],
    ),
    (
        COMPARISON,
        'denominator = { zh = "每100只", en = "of every 100" }\n',
        "",
        [f"{COMPARISON}:25: denominator-missing: helped, tea"],
    ),
    (
        COMPARISON,
        "numerator = 8, denominator = 12",
        "numerator = 8",
        [f"{COMPARISON}:25: count-incomplete: helped, tea"],
    ),
    (
        COMPARISON,
        'certainty = "low"',
        'certainty = "maybe"',
        [f"{COMPARISON}:25: word-unknown: maybe is no certainty"],
    ),
    (
        COMPARISON,
        'therapy = "tea-drinking"',
        'therapy = "coffee"',
        [f"{COMPARISON}:15: therapy-unknown: coffee is no therapy"],
    ),
    (
        COMPARISON,
        'en = "Next to nothing."',
        'en = "One in five pays."',
        [f"{COMPARISON}:48: word-forbidden: "],
    ),
    (
        COMPARISON,
        '[[options]]\nid = "water"\nname = { zh = "水", en = "Water" }\n',
        "",
        [f"{COMPARISON}:15: value-wrong: options: Tuple should have at least 2"],
    ),
    (
        COMPARISON,
        '[[questions]]\nid = "cost"',
        "".join(
            f'[[options]]\nid = "o{n}"\nname = {{ zh = "水", en = "Water" }}\n' for n in range(10)
        )
        + '[[questions]]\nid = "cost"',
        [
            f"{COMPARISON}:15: value-wrong: options: Tuple should have at most 8",
        ],
    ),
    (TEXT, 'sha256 = "', 'sha256 = "0000', [f"{TEXT}:1: value-wrong: sha256"]),
    (
        "seeds/texts/tea/source.txt",
        "绿茶能让人",
        "绿茶会让人",
        [
            f"{PO}:8: translation-stale: tea-1-1",
            "seeds/texts/tea/source.txt:1: source-changed: the source is not the one",
        ],
    ),
    (TEXT, "lines = [11, 11]", "lines = [11, 99]", [f"{TEXT}:33: reading-unmatched: lines 11-99"]),
    (TEXT, "[title]", "colour = 1\n[title]", [f"{TEXT}:3: key-unknown: unknown key colour"]),
    (TEXT, "date = 2020-05-01", 'date = "May"', [f"{TEXT}:18: value-wrong: published.date"]),
    (
        TEXT,
        "[interest]\n",
        "[other]\n",
        [
            f"{TEXT}:1: key-missing: key interest",
            f"{TEXT}:24: key-unknown: unknown key other",
        ],
    ),
    (
        TEXT,
        'quote = "3杯"',
        'quote = "4杯"',
        [
            "seeds/texts/tea/source.txt:8: figure-unclaimed: tea-8-1: 3 is in no claim",
            f"{TEXT}:39: exclusion-unmatched: '4杯' stands 0 times",
        ],
    ),
    (TEXT, 'quote = "3杯"', 'quote = "每天*3杯*"', []),
    (
        TEXT,
        'reason = "counting"',
        'reason = "whim"',
        [
            f"{TEXT}:41: word-unknown: whim is no exclusion",
        ],
    ),
    (
        TEXT,
        '[[exclusion]]\nquote = "3杯"',
        '[[exclusion]]\nquote = "水温"\nreason = "counting"\n\n[[exclusion]]\nquote = "3杯"',
        [
            f"{TEXT}:39: exclusion-unused: '水温' excuses no figure",
        ],
    ),
    (
        PO,
        'msgstr "In 2020 a',
        'msgstr "In 2021 a',
        [f"{PO}:16: figure-lost: tea-3-1: the English does not carry 2020年"],
    ),
    (
        PO,
        'msgctxt "tea-3-1"',
        '# exempt figure-lost 12只: why not\nmsgctxt "tea-3-1"',
        [
            f"{PO}:16: exemption-unused: tea-3-1: nothing of 12只 is lost",
        ],
    ),
    (
        PO,
        'msgctxt "tea-3-1"',
        '# exempt because\nmsgctxt "tea-3-1"',
        [
            f"{PO}:16: exemption-malformed: tea-3-1",
        ],
    ),
    (
        PO,
        'msgctxt "tea-2-1"',
        '#, fuzzy\n#| msgid "二、研究"\nmsgctxt "tea-2-1"',
        [
            f"{PO}:12: translation-fuzzy: tea-2-1 was translated from other words",
        ],
    ),
    (
        PO,
        'msgctxt "tea-2-1"',
        'msgctxt "tea-1-1"',
        [
            f"{PO}:12: translation-duplicate: tea-1-1 stands already in line 8",
        ],
    ),
    (PO, 'msgstr "Group"', 'msgstr "Gro"\n"up"', [f"{PO}:30: po-not-canonical: not in the form"]),
    (PO, 'msgstr "Group"', 'msgstr "Group', [f"{PO}:30: po-malformed: not a PO line"]),
    (
        PO,
        'msgstr "Green tea"',
        'msgstr "Matcha"',
        [f"{PO}:36: term-lost: tea-7-1: 绿茶 is rendered by none of: green tea, GT"],
    ),
    (
        PO,
        "gave green tea to",
        "gave green the and green tea to",
        [f"{PO}:16: word-avoided: “green the” misleads; say green tea"],
    ),
    (
        CLAIM,
        "8只记得更快",
        "8只记得最快",
        [
            f"{CLAIM}:1: quote-not-found: ",
            "seeds/texts/tea/source.txt:3: figure-unclaimed: tea-3-1: 12只",
            "seeds/texts/tea/source.txt:3: figure-unclaimed: tea-3-1: 8只",
        ],
    ),
    (
        TABLE,
        'quote = "绿茶 | 8只"',
        'quote = "8只"',
        [f"{TABLE}:1: quote-ambiguous: the quotation stands 2 times, not 1"],
    ),
    (
        CLAIM,
        'trace = "named"',
        'trace = "guessed"',
        [f"{CLAIM}:3: word-unknown: guessed is no trace"],
    ),
    (
        CLAIM,
        'reference = "tea-2020-review"\nstage',
        'reference = "lost"\nstage',
        [f"{CLAIM}:27: reference-unknown: lost is not in"],
    ),
    (
        TABLE,
        '[[evidence]]\nreference = "tea-2020-review"\nsays.zh = "没有别的数字。"\nsays.en = "It has no other figure."',
        "",
        [
            f"{TABLE}:4: claim-unsupported: neither evidence nor searched",
        ],
    ),
    (
        CLAIM,
        'query = "green tea mice memory"',
        'query = "绿茶 小鼠 记忆"',
        [f"{CLAIM}:4: search-too-thin: 2 searches"],
    ),
    (
        CLAIM,
        '[change]\nzh = "若找到论文，就能核对。"\nen = "The paper itself would settle it."',
        "",
        [f"{CLAIM}:4: change-missing: "],
    ),
    (PLAN, "due = 2027-12-31\n", "", [f"{PLAN}:4: forecast-undated: "]),
    (
        TABLE,
        "checked = 2026-01-03",
        "checked = 2026-01-03\ndue = 2027-01-01",
        [f"{TABLE}:9: due-unused: "],
    ),
    (
        CLAIM,
        "equals = 66.67",
        "equals = 75",
        [f"{CLAIM}:57: arithmetic-differs: faster / all * 100 gives 66.66666667, not 75"],
    ),
    (
        CLAIM,
        '"faster / all * 100"',
        '"faster / 0"',
        [
            f"{CLAIM}:57: arithmetic-fault: division by zero",
        ],
    ),
    (
        CLAIM,
        '"faster / all * 100"',
        '"200 / 3"',
        [
            f"{CLAIM}:57: input-unused: all is not in the expression",
            f"{CLAIM}:57: input-unused: faster is not in the expression",
        ],
    ),
    (
        CLAIM,
        'zh = "没有找到这项研究。"',
        'zh = "没有找到这个奇迹。"',
        [f"{CLAIM}:12: word-forbidden: “奇迹”"],
    ),
    (
        CLAIM,
        'en = "We did not find this study."',
        'en = "The animal study was not found."',
        [f"{CLAIM}:13: animal-unnamed: which animal?"],
    ),
    (PLAN, "This is a plan", "It may cure and is a plan", [f"{PLAN}:17: word-forbidden: “cure”"]),
    (
        REFS,
        "",
        '[spare]\ntype = "webpage"\ntitle = "Spare"\nURL = "https://tea.example/spare"\naccessed = 2026-01-02\nread = "full"\ngrade = "primary"\n\n',
        [f"{REFS}:1: reference-unused: spare is cited nowhere"],
    ),
    (
        REFS,
        'DOI = "10.1234/tea.2020.1"\nURL = "https://tea.example/review"\n',
        "",
        [f"{REFS}:1: reference-unlocated: tea-2020-review has no DOI"],
    ),
    (REFS, 'grade = "primary"', 'grade = "fine"', [f"{REFS}:1: word-unknown: fine is no grade"]),
    (
        REFS,
        "[tea-2020-review]",
        "[Tea_Review]",
        [
            f"{REFS}:1: id-bad: 'Tea_Review' is no id",
        ],
    ),
    (TERM, 'zh = "绿茶"', 'zh = "红茶"', [f"{TERM}:1: form-absent: 红茶 is printed nowhere"]),
    (
        TERM,
        'en = "GT may mean something else."',
        'en = "Careful."',
        [f"{TERM}:5: abbreviation-ambiguous: GT has two meanings"],
    ),
    (
        TERM,
        'tier = "A"',
        'tier = "A"\nrelated = ["green-tea"]',
        [f"{TERM}:8: term-unknown: green-tea is no other term"],
    ),
    (
        TERM,
        'category = "plant"',
        'category = "drink"',
        [f"{TERM}:6: word-unknown: drink is no category"],
    ),
    (
        "seeds/renamed.toml",
        '"claims/tea/eight" =',
        '"glossary/green-tea" =',
        ["seeds/renamed.toml:1: renamed-living: glossary/green-tea lives"],
    ),
    (
        "seeds/renamed.toml",
        '"claims/tea/eight" =',
        '"../../../eight" =',
        ["seeds/renamed.toml:1: renamed-malformed: '../../../eight' is no address"],
    ),
    (
        "seeds/renamed.toml",
        '= "claims/tea/eight-of-twelve"',
        '= "claims/tea/nine"',
        ["seeds/renamed.toml:1: renamed-dead: claims/tea/nine does not live"],
    ),
    (
        PO,
        'msgctxt "tea-2-1"\nmsgid "一、研究说了什么"\nmsgstr "I. What the study says"\n\n',
        "",
        [f"{PO}:1: translation-missing: tea-2-1 has no entry"],
    ),
    (
        PAGE,
        "(term:green-tea)",
        "(term:black-tea)",
        [
            f"{PAGE}:1: twin-differs: records linked differ",
            f"{PAGE}:11: link-unknown: term:black-tea does not exist",
        ],
    ),
    (
        PAGE,
        "insert: finding",
        "insert: horoscope",
        [
            f"{PAGE}:1: twin-differs: inserts differ",
            f"{PAGE}:15: insert-unknown: horoscope is no insert",
        ],
    ),
    (PAGE, "{#words}", "{#word}", [f"{PAGE}:1: twin-differs: headings differ"]),
    (PAGE, "description: A note.\n", "", [f"{PAGE}:1: front-missing: no description"]),
    (
        PAGE,
        "description: A note.",
        f"description: {'word ' * 40}",
        [f"{PAGE}:1: description-long: "],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), FAULTS)
def test_a_fault_gets_its_lines(world, file, old, new, expected):
    """One fault in a sound world: exactly these problems, each with its place and its code."""
    swap(world / file, old, new)
    found = problems(world)
    assert len(found) == len(expected), found
    for line in sorted(expected):
        assert any(f.startswith(line) for f in found), (line, found)


def test_the_valid_world_has_no_problem(world):
    """The world that all others are made from is sound."""
    assert problems(world) == []


def test_a_product_without_a_page_is_a_problem(world):
    """What an article names as a product has its therapy page."""
    swap(world / TERM, 'category = "plant"', 'category = "product"')
    swap(world / "seeds/vocabulary.toml", "[category.plant]", "[category.product]")
    swap(world / THERAPY, 'terms = ["green-tea"]\n', "")
    assert problems(world) == [
        f"{TERM}:6: therapy-missing: 绿茶 has no page; name it under terms of a therapy"
    ]


def test_two_terms_do_not_share_a_form(world):
    """A head word belongs to one term."""
    text = (world / TERM).read_text(encoding="utf-8").replace('abbr = "GT"\n', "")
    (world / "seeds/terms/tea.toml").write_text(text, encoding="utf-8")
    assert [p.split(": ")[1] for p in problems(world)] == ["term-duplicate"]


def test_a_page_without_its_twin_is_a_problem(world):
    """Every page exists in both languages."""
    (world / PAGE).unlink()
    (line,) = problems(world)
    assert line.startswith("docs/prose/zh/about/index.md:1: twin-missing: no twin in en")


def test_a_word_of_the_scale_is_defined(world):
    """Readers are told what a judgement means, so it cannot do without a definition."""
    swap(
        world / "seeds/vocabulary.toml", 'definition = { zh = "人数很少。", en = "Very few." }', ""
    )
    where = "seeds/vocabulary.toml:110: key-missing: key definition is missing"
    assert any(line.startswith(where) for line in problems(world))


def test_a_paragraph_does_not_pile_up_terms(world):
    """Four terms that nothing explains are too many; a link explains one."""
    record = (world / TERM).read_text(encoding="utf-8").replace('abbr = "GT"\n', "")
    teas = ["red tea", "white tea", "black tea"]
    for n, tea in enumerate(teas):
        mine = record.replace('"green tea"', f'"{tea}"').replace('"绿茶"', f'"茶{n}"')
        (world / f"seeds/terms/{tea.replace(' ', '-')}.toml").write_text(mine, encoding="utf-8")
    swap(world / EXPLAINER, "<!--", f"Not green tea, {', '.join(teas)}.\n\n<!--")
    (line,) = [p for p in problems(world) if "terms-unexplained" in p]
    assert line.startswith(f"{EXPLAINER}:15: terms-unexplained: green tea, red tea, white tea")
    swap(world / EXPLAINER, "Not green tea", "Not [green tea](term:green-tea)")
    assert not any("terms-unexplained" in p for p in problems(world))


def test_a_drawing_on_no_page_is_a_problem(world):
    """What nobody sees is not kept."""
    for language in ("zh", "en"):
        page = world / f"docs/prose/{language}/explain/mice.md"
        swap(page, "<!-- insert: drawing-twelve-mice -->\n", "")
    (line,) = problems(world)
    assert line.startswith(f"{DRAWING}:1: drawing-unused: on no page")


def test_a_percentage_of_people_has_its_denominator(world):
    """Without numbers, and without the flag that they are missing, a percentage is a problem."""
    swap(world / TABLE, 'stage = "animals"', 'stage = "early-human"')
    swap(world / "seeds/vocabulary.toml", "[stage.cells]", "[stage.early-human]")
    source = world / "seeds/texts/tea/source.txt"
    swap(source, "| 绿茶 | 8只 |", "| 绿茶 | 8% |")
    swap(world / TABLE, '8只"', '8%"')
    assert any(f"{TABLE}:1: denominator-missing" in line for line in problems(world))


def test_all_problems_come_in_one_run(world):
    """A world with a fault in every file names them all at once."""
    swap(world / TEXT, "lines = [11, 11]", "lines = [11, 99]")
    swap(world / CLAIM, "equals = 66.67", "equals = 75")
    swap(world / TERM, 'category = "plant"', 'category = "drink"')
    swap(world / PAGE, "insert: finding", "insert: horoscope")
    (world / "seeds/notes.txt").write_text("x")
    codes = {line.split(": ")[1] for line in problems(world)}
    assert codes == {
        "reading-unmatched",
        "arithmetic-differs",
        "word-unknown",
        "twin-differs",
        "insert-unknown",
        "file-unexpected",
    }


def test_overdue_records_warn_and_stop_nothing(world):
    """When the day has passed, the check says so and still succeeds."""
    library, found = check.checked(world, datetime.date(2028, 6, 1))
    assert {p.code for p in found} == {"review-overdue", "forecast-due"}
    assert all(": warning: " in str(p) for p in found)
    assert check.report(library, found) == 0


def codes():
    """Every problem code that the scripts can give, read from their syntax trees."""
    makers = {"Problem", "_at", "_add", "_unreadable"}
    found = set()
    for path in (ROOT / "scripts/guide").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in makers
            )
            if made or isinstance(node, ast.Yield):
                found |= {c.value for c in ast.walk(node) if isinstance(c, ast.Constant)}
    return {c for c in found if isinstance(c, str) and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", c)}


def test_every_code_is_met_in_a_test():
    """No rule goes without a world that breaks it."""
    tests = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests").glob("test_*.py"))
    assert len(codes()) > 40
    assert sorted(code for code in codes() if f"{code}" not in tests) == []


def test_the_real_seeds_have_no_problem():
    """What we publish is sound."""
    assert problems(ROOT, datetime.date(2026, 11, 22)) == []


def test_the_check_is_quick_to_say_what_there_is(capsys):
    """On success four lines: texts, claims, translation, plain language."""
    assert check.report(*check.checked(ROOT, datetime.date(2026, 11, 22))) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "texts",
        "claims",
        "translation",
        "plain language",
    ]
