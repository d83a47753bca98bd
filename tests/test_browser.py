"""The built site in a real browser, as readers use it: phone and desk, mouse and keyboard."""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from conftest import until

pytestmark = pytest.mark.browser

READ = {"nk": "/zh/texts/nk/read/", "ibd": "/zh/texts/ibd/read/"}
KINDS = [
    "",
    "texts/",
    "texts/nk/",
    "texts/ibd/read/",
    "claims/",
    "claims/ibd/remission-59-2/",
    "claims/nk/edit-tim3/",
    "glossary/",
    "glossary/filing-registration/",
    "about/method/",
    "about/references/",
    "about/references/d-i/",
    "cards/questions/",
    "therapies/",
    "therapies/alofisel/",
    "compare/",
    "compare/ibd-options/",
]


# ------------------------------------------------------------- finding one's way
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", KINDS)
def test_a_page_fits_its_screen_and_tells_where_one_is(visit, language, width, path):
    """No sideways scrolling; one heading; the way home; the other language; the evidence date."""
    page = visit(f"/{language}/{path}", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert page.locator(".site-name").is_visible()
    assert page.locator(".language-switch").is_visible()
    assert page.locator(".foot time").first.is_visible()


def test_the_door_opens_to_both_languages(visit):
    """Two plain links."""
    page = visit("/")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    "path", ["", "texts/nk/read/", "claims/ibd/remission-59-2/", "glossary/mhc/"]
)
def test_the_switch_stays_on_the_page(visit, path):
    """There and back."""
    page = visit(f"/zh/{path}")
    page.locator(".language-switch").click()
    assert page.url.endswith(f"/en/{path}")
    page.locator(".language-switch").click()
    assert page.url.endswith(f"/zh/{path}")


def test_light_and_dark_are_kept(visit):
    """The button turns the page dark, and the next page is dark too."""
    page = visit("/zh/", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".theme-switch").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(page.url + "claims/")
    assert page.evaluate(paper) == dark


# ------------------------------------------------------------------ reading page
def test_both_languages_stand_side_by_side_or_one_above_the_other(visit):
    """Columns on a wide screen; on a phone Chinese first."""
    boxes = """() => ['.zh', '.en'].map(half => {
        const box = document.querySelector('#nk-2-1 > ' + half).getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom];
    })"""
    zh, en = visit(READ["nk"], width=1280).evaluate(boxes)
    assert zh[2] <= en[0]
    assert abs(zh[1] - en[1]) < 12
    zh, en = visit(READ["nk"], width=390).evaluate(boxes)
    assert zh[3] <= en[1] + 1
    assert zh[0] == en[0]


@pytest.mark.parametrize(
    ("mode", "zh", "en"), [("zh", True, False), ("en", False, True), ("both", True, True)]
)
def test_reading_modes_show_what_they_say_and_survive_a_reload(visit, mode, zh, en):
    """The mode is in the address, is kept, and is said to screen readers."""
    page = visit(READ["nk"])
    page.locator(f".modes [data-mode={mode}]").click()
    assert f"show={mode}" in page.url
    for _ in range(2):
        assert page.locator("#nk-2-1 > .zh").is_visible() is zh
        assert page.locator("#nk-2-1 > .en").is_visible() is en
        assert page.locator(f".modes [data-mode={mode}]").get_attribute("aria-pressed") == "true"
        page.reload()


def test_a_mode_can_be_linked(visit):
    """The address alone decides."""
    page = visit(READ["ibd"] + "?show=en#ibd-18-2")
    assert not page.locator("#ibd-18-2 > .zh").is_visible()
    assert page.locator("#ibd-18-2 > .en").is_visible()


def test_without_javascript_everything_is_there(visit):
    """Both languages, every link, no dead button."""
    page = visit(READ["ibd"], java_script_enabled=False)
    assert page.locator("#ibd-18-2 > .zh").is_visible()
    assert page.locator("#ibd-18-2 > .en").is_visible()
    assert not page.locator(".modes").is_visible()
    assert not page.locator(".search").is_visible()
    page.locator("#ibd-18-2 .flag").first.click()
    assert "/zh/claims/ibd/" in page.url
    page = visit("/en/glossary/", java_script_enabled=False)
    assert page.locator(".entry").count() == 233
    page = visit("/zh/claims/", java_script_enabled=False)
    assert page.locator(".claim-row:visible").count() == 161


def test_pointing_at_a_sentence_marks_both_halves(visit):
    """By mouse and by keyboard."""
    page = visit(READ["nk"])
    colour = "half => getComputedStyle(document.querySelector('#nk-4-1 > ' + half)).backgroundColor"
    before = page.evaluate(colour, ".en")
    page.locator("#nk-4-1 > .zh").hover()
    assert page.evaluate(colour, ".en") != before
    page.mouse.move(0, 0)
    page.locator("#nk-4-1 .permalink").focus()
    assert page.evaluate(colour, ".zh") != before


def test_a_sentence_can_be_linked_and_copied(visit):
    """The button gives both languages and the address; the address leads to the sentence."""
    page = visit(READ["ibd"])
    page.locator("#ibd-2-1 .permalink").click()
    assert page.url.endswith("#ibd-2-1")
    page.locator(".status", has_text="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("中国在此领域进展显著,2018年至今已有3款干细胞新药")
    assert "3 new stem-cell drugs" in copied
    assert copied.endswith("#ibd-2-1")


def test_the_advertisement_is_set_apart_and_named(visit):
    """A reader sees where the company begins to speak of itself."""
    page = visit(READ["nk"])
    apart = page.locator(".apart--advertisement")
    assert apart.locator(".apart-label").inner_text().startswith("广告")
    assert apart.locator("#nk-30-2").count() == 1
    assert page.locator("#nk-25-3").evaluate("e => e.closest('.apart')") is None


def test_the_table_is_a_table(visit):
    """With headers for columns and rows."""
    table = visit(READ["ibd"]).locator("table.pairs")
    assert table.locator("thead th[scope=col]").count() == 5
    assert table.locator("tbody th[scope=row]").count() == 4
    assert table.locator("tbody td").count() == 16


def test_the_star_of_the_article_is_a_star(visit):
    """AppliedCell* appears as printed."""
    page = visit(READ["nk"])
    assert "埃泽思生物(AppliedCell*)研发生产" in page.locator("#nk-32-1 > .zh").inner_text()


@pytest.mark.parametrize("how", ["mouse", "keyboard", "touch"])
def test_a_verdict_opens_in_place(visit, how):
    """Mouse, keyboard and touch; Esc closes it and the focus comes back."""
    page = visit(READ["ibd"], width=390, has_touch=how == "touch")
    flag = page.locator("#ibd-18-2 .flag").nth(1)
    verdict = page.locator(f"#{flag.get_attribute('data-verdict')}")
    if how == "mouse":
        flag.click()
    elif how == "touch":
        flag.tap()
    else:
        flag.focus()
        page.keyboard.press("Enter")
    assert verdict.is_visible()
    assert "缺背景" in verdict.inner_text()
    page.keyboard.press("Escape")
    assert not verdict.is_visible()
    assert flag.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("how", ["mouse", "keyboard", "touch"])
def test_a_term_explains_itself(visit, how):
    """Hover, focus or touch shows the tip; Esc closes it; the tip leads to the entry."""
    page = visit(READ["nk"], has_touch=how == "touch")
    term = page.locator("#nk-4-1 a.term").first
    tip = page.locator(".term-tip")
    if how == "mouse":
        term.hover()
    elif how == "touch":
        term.tap()
    else:
        term.focus()
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    assert "/glossary/" in term.evaluate("e => e.href")


def test_a_term_is_linked_once_a_section(visit):
    """Readers complain of more."""
    page = visit(READ["ibd"])
    repeated = page.evaluate("""() => {
        const found = []; let seen = new Set();
        for (const e of document.querySelectorAll('.reading :is(h2, h3, h4).pair, .reading a.term')) {
            if (!e.matches('a')) { seen = new Set(); continue; }
            const key = e.href; if (seen.has(key)) found.push(key); seen.add(key);
        }
        return found;
    }""")
    assert repeated == []


# ------------------------------------------------------------------------ ledger
def test_unverifiable_figures_come_first(visit):
    """The first section, open, with only untraced claims that carry a figure."""
    page = visit("/zh/claims/")
    first = page.locator(".claim-group").first
    rows = first.locator(".claim-row")
    assert first.get_attribute("id") == "unverifiable"
    assert (
        rows.count() == page.locator('.claim-row[data-finding="untraced"][data-figure]').count() > 5
    )


def test_filters_are_instant_and_kept_in_the_address(visit):
    """Choose, reload, link, clear."""
    page = visit("/en/claims/")
    page.locator("select[name=finding]").select_option(label="superseded")
    page.locator("select[name=text]").select_option(
        label="Cell therapies for inflammatory bowel disease"
    )
    assert page.locator(".claim-row:visible").count() == 3
    assert "finding=superseded" in page.url
    page.reload()
    assert page.locator(".claim-row:visible").count() == 3
    page.locator("select[name=kind]").select_option("person")
    assert page.locator(".no-match").is_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".claim-row:visible")).to_have_count(161)
    expect(page).to_have_url(re.compile("/en/claims/$"))


def test_a_claim_page_shows_its_reasons(visit):
    """Quotation, verdict, pictures that equal the text, evidence, neighbours."""
    page = visit("/en/claims/ibd/remission-59-2/")
    assert "临床缓解率达59.2%(52周)" in page.locator("h1").inner_text()
    arrays = page.locator(".icon-array")
    assert [arrays.nth(i).get_attribute("data-filled") for i in range(2)] == ["59", "42"]
    for i in range(2):
        filled = len(re.findall("M", arrays.nth(i).locator(".dot").get_attribute("d")))
        assert str(filled) == arrays.nth(i).get_attribute("data-filled")
    assert page.locator("#evidence ~ .evidence li").count() >= 3
    assert page.locator(".sum-line").inner_text() == "59.2 − 41.6 = 17.6 percentage points"
    page.locator("[rel=next]").click()
    assert "/en/claims/ibd/" in page.url


# ---------------------------------------------------------------------- glossary
@pytest.mark.parametrize(
    "query",
    [
        "间充质干细胞",
        "充质干",
        "mesenchymal",
        "MSC",
        "jczgxb",
        "jianchongzhi gan",
        "間充質幹細胞",
        "mesenchimal",
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_glossary_filter_takes_every_form_of_query(visit, language, query):
    """Characters, pieces, English, abbreviation, initials, pinyin, traditional, a slip."""
    page = visit(f"/{language}/glossary/?find={query}")
    page.locator("#mesenchymal-stromal-cell:visible").wait_for()
    assert page.locator(".entry:visible").count() < 60


def test_the_glossary_can_be_ordered(visit):
    """By pinyin, by English, by category."""
    page = visit("/zh/glossary/")
    assert page.locator(".letter h2").all_inner_texts()[:3] == ["#", "A", "B"]
    page.locator("select[name=order]").select_option("category")
    assert page.locator(".letter h2", has_text="监管").count() == 1
    assert page.locator(".entry").count() == 233


# ------------------------------------------------------------------------ search
def results(page):
    page.locator(".search-panel a, .search-panel p").first.wait_for()
    return page.locator("[data-search-results] a")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("微小残留病灶", "glossary/minimal-residual-disease/"),
        ("残留病", "glossary/minimal-residual-disease/"),
        ("MRD", "glossary/minimal-residual-disease/"),
        ("weixiaocanliu", "glossary/minimal-residual-disease/"),
        ("wēi xiǎo cán liú", "glossary/minimal-residual-disease/"),
        ("wxclbz", "glossary/minimal-residual-disease/"),
        ("微小殘留病灶", "glossary/minimal-residual-disease/"),
        ("minimal resid", "glossary/minimal-residual-disease/"),
        ("minimal residul disease", "glossary/minimal-residual-disease/"),
        ("Alofisel", "glossary/alofisel/"),
        ("CAR-T 细胞", "glossary/car-t-cell/"),
        ("NK cell 祖细胞", "glossary/nk-progenitor-cell/"),
        ("59.2%", "texts/ibd/read/#ibd-18-2"),
        ("数十万美元的药", None),
    ],
)
def test_the_search_finds_what_is_meant(visit, query, first):
    """Terms first where one is named; figures lead to their sentence; else the nearest terms."""
    page = visit(f"/zh/?q={query}")
    links = results(page)
    if first is None:
        assert page.locator(".search-panel p").first.is_visible()
    else:
        assert links.first.get_attribute("href").endswith(first)


def test_the_search_is_worked_by_keyboard(visit):
    """Slash opens, arrows move, Enter goes, Esc closes."""
    page = visit("/en/about/")
    page.keyboard.press("/")
    page.keyboard.type("homing")
    results(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-search-results]') !== null")
    page.keyboard.press("Escape")
    assert not page.locator(".search-panel").is_visible()
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/glossary/homing/")


def test_nothing_of_the_index_is_loaded_before_it_is_wanted(visit):
    """Only a touch of the box brings it."""
    page = visit("/zh/")
    loaded = "performance.getEntriesByType('resource').map(r => r.name).filter(n => /search\\/|engine/.test(n))"
    assert page.evaluate(loaded) == []
    page.locator(".search input").focus()
    until(page, "globalThis.guideSearch !== undefined")


HOSTILE = [
    "x" * 10_000,
    "<img src=x onerror=alert(1)>",
    "a.*+?^${}()|[]\\",
    "\ud800",
    "\u202eabc\u05d0",
    "'\"><script>alert(1)</script>",
    "   ",
    "%",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_strange_query_is_only_words(visit, query):
    """Long, marked up, half a character, right to left: a message, never a broken page."""
    page = visit("/zh/")
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.locator(".search input").evaluate(
        "(e, q) => { e.focus(); e.value = q; e.dispatchEvent(new Event('input')); }", query
    )
    until(page, "globalThis.guideSearch !== undefined")
    page.wait_for_timeout(150)
    assert page.locator(".search-panel img, .search-panel script").count() == 0
    if query.strip() and query != "%":
        assert page.locator(".search-panel").inner_text()


def test_an_index_that_does_not_load_says_so(visit):
    """And the page goes on."""
    page = visit("/en/")
    page.route("**/search/terms.js", lambda route: route.fulfill(status=200, body="throw 0"))
    page.unroute("**/search/terms.js")
    page.evaluate("""() => {
        const input = document.querySelector('.search input');
        const append = document.head.append.bind(document.head);
        document.head.append = (e) => { if (/terms/.test(e.src)) e.onerror(new Error('lost')); else append(e); };
        input.focus(); input.value = 'cell'; input.dispatchEvent(new Event('input'));
    }""")
    page.locator(".search-panel", has_text="could not be loaded").wait_for()


def test_the_search_works_from_disk(chromium, site):
    """file:// has no fetch; scripts load all the same."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto((site.folder / "zh/index.html").as_uri() + "?q=归巢")
    page.locator("[data-search-results] a").first.wait_for()
    context.close()


# -------------------------------------------------- therapies and comparisons
def test_an_event_that_overtakes_the_article_is_told_everywhere(visit):
    """On the therapy, on the claim and on the reading page, by itself."""
    page = visit("/en/therapies/alofisel/")
    assert "13 December 2024" in page.locator(".notice").all_inner_texts()[-1]
    page = visit("/en/claims/ibd/alofisel-eu-approved/")
    assert "13 December 2024" in page.locator(".notice").first.inner_text()
    page = visit("/zh/texts/ibd/read/")
    assert "2024年12月13日" in page.locator(".notice").first.inner_text()


def test_a_timeline_has_a_dot_for_every_event_and_says_them_in_words(visit):
    """The picture equals the list, and the article stands on it."""
    page = visit("/en/therapies/alofisel/")
    events = page.locator(".events > li").count()
    assert page.locator(".timeline circle").count() == events
    label = page.locator(".timeline").get_attribute("aria-label")
    assert label.count(";") >= events
    assert "the article (not before May 2025)" in label


def comparison(language, name):
    """The record of a comparison, from the data."""
    path = Path(__file__).resolve().parent.parent / f"seeds/comparisons/{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


COMPARISONS = [
    "ibd-options",
    "routes",
    "adipose-or-marrow",
    "cancer-nk-options",
    "what-approved-means",
]


def test_options_are_picked_and_kept_in_the_address(visit):
    """Two columns remain; the link shows the same two; one has to stay."""
    page = visit("/en/compare/ibd-options/")
    for option in ("hsct", "treg", "car-t", "autologous-msc"):
        page.locator(f"input[name=options][value={option}]").uncheck()
    heads = page.locator("table.compare thead th:visible")
    expect(heads).to_have_count(3)
    assert "options=allogeneic-msc%2Cstandard-care" in page.url
    page.reload()
    assert heads.count() == 3
    page.locator("input[name=options][value=allogeneic-msc]").uncheck()
    page.locator("input[name=options][value=standard-care]").click()
    assert page.locator(".few").inner_text() == "Keep at least one."
    page.get_by_role("button", name="Show all").click()
    expect(heads).to_have_count(7)
    expect(page).to_have_url(re.compile("/en/compare/ibd-options/$"))


def test_rows_can_be_left_out(visit):
    """The questions that one does not ask go."""
    page = visit("/zh/compare/routes/")
    rows = page.locator("table.compare tbody tr:visible").count()
    page.locator(".filters summary").click()
    page.locator("input[name=rows]").first.uncheck()
    assert page.locator("table.compare tbody tr:visible").count() == rows - 1


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_phone_gets_a_card_for_every_option_with_every_cell(visit, name):
    """At 320 pixels no cell is lost, and nothing scrolls sideways."""
    page = visit(f"/zh/compare/{name}/", width=320, height=640)
    record = comparison("zh", name)
    assert page.locator(".option-cards > .card:visible").count() == len(record["options"])
    assert page.locator(".option-cards dd:visible").count() == len(record["options"]) * len(
        record["questions"]
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", COMPARISONS)
def test_no_cell_is_empty_and_pictures_equal_their_words(visit, name):
    """Every cell says something; every icon array has as many dots as its number."""
    page = visit(f"/en/compare/{name}/")
    assert all(text.strip() for text in page.locator("table.compare td").all_inner_texts())
    rows = page.locator("table.compare .count-row")
    for i in range(rows.count()):
        words = rows.nth(i).locator("b").inner_text()
        counted = re.match(r"(\d+)/(\d+)", words)
        percent = 100 * int(counted[1]) / int(counted[2]) if counted else float(words.split("%")[0])
        given = re.search(r"\(([\d.]+)%\)", words)
        filled = int(rows.nth(i).locator("svg").get_attribute("data-filled"))
        assert abs(filled - (float(given[1]) if given else percent)) <= 0.5


def test_a_note_opens_in_place(visit):
    """The source beside its number; Esc brings one back."""
    page = visit("/en/compare/ibd-options/")
    mark = page.locator("table.compare a.note").first
    mark.click()
    assert page.locator(".note-tip").is_visible()
    assert len(page.locator(".note-tip").inner_text()) > 20
    page.keyboard.press("Escape")
    assert mark.evaluate("e => e === document.activeElement")


def test_table_heads_stay_in_sight(visit):
    """The option names stay while one scrolls down, the question while one scrolls right."""
    page = visit("/en/compare/cancer-nk-options/")
    pane = page.locator(".wide-table")
    pane.evaluate("e => e.scrollTo(400, 600)")
    box = pane.bounding_box()
    head = page.locator("table.compare thead th").nth(4).bounding_box()
    row = page.locator("table.compare tbody th").nth(3).bounding_box()
    assert abs(head["y"] - box["y"]) < 3
    assert abs(row["x"] - box["x"]) < 3


# A PDF may name a character by its twin in the block of radicals, which NFKC keeps apart.
RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳㬵∼〜",
    "母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟胶~~",
)


def squeezed(text):
    """Text without spaces and with one form of each character, as it is looked for in a PDF."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(RADICALS)


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMPARISONS)
def test_a_comparison_prints_whole(visit, tmp_path, name, language, size):
    """Every cell once, the header on each sheet of the table, fonts embedded, as many sheets as declared."""
    page = visit(f"/{language}/compare/{name}/")
    page.pdf(path=tmp_path / "table.pdf", format=size)
    sheets = PdfReader(tmp_path / "table.pdf").pages
    record = comparison(language, name)
    texts = [squeezed(sheet.extract_text()) for sheet in sheets]
    whole = "".join(texts)
    assert len(sheets) <= record["pages"][size.lower()]
    assert all(len(text) > 20 for text in texts)
    for question in record["questions"]:
        for cell in question["cells"].values():
            if "says" in cell:
                words = squeezed(cell["says"][language])
                wanted = sum(
                    squeezed(c.get("says", {}).get(language, "")) == words
                    for q in record["questions"]
                    for c in q["cells"].values()
                )
                assert whole.count(words) >= wanted, words
    last = squeezed(record["options"][-1]["name"][language])
    with_table = [
        n
        for n, text in enumerate(texts)
        if any(squeezed(q["text"][language]) in text for q in record["questions"])
    ]
    assert all(last in texts[n] for n in with_table)
    assert {"zh": "不是医疗建议", "en": "notmedicaladvice"}[language] in whole
    assert squeezed(f"/{language}/compare/{name}/") in whole
    for sheet in sheets:
        for font in (sheet["/Resources"].get("/Font") or {}).values():
            descendant = font.get_object().get("/DescendantFonts")
            entry = descendant[0].get_object() if descendant else font.get_object()
            assert (
                entry["/FontDescriptor"].get_object().keys()
                & {"/FontFile", "/FontFile2", "/FontFile3"}
                or font.get_object()["/Subtype"] == "/Type3"
            )


def test_only_picked_options_are_printed(visit, tmp_path):
    """What is left out on the screen is left out on paper."""
    page = visit("/en/compare/ibd-options/?options=hsct,standard-care")
    page.pdf(path=tmp_path / "two.pdf", format="A4")
    whole = squeezed("".join(s.extract_text() for s in PdfReader(tmp_path / "two.pdf").pages))
    record = comparison("en", "ibd-options")
    for question in record["questions"]:
        assert squeezed(question["cells"]["hsct"]["says"]["en"]) in whole
        assert squeezed(question["cells"]["car-t"]["says"]["en"]) not in whole


# ------------------------------------------------------------------------- paper
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "path", ["texts/ibd/read/", "claims/ibd/remission-59-2/", "claims/", "glossary/"]
)
def test_pages_print_without_their_interface(visit, tmp_path, language, path):
    """A4: text present, no blank page, no buttons, nothing of the header."""
    page = visit(f"/{language}/{path}")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    sheets = PdfReader(tmp_path / "page.pdf").pages
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]
    assert all(len(text.strip()) > 20 for text in texts)
    whole = "".join(texts)
    assert {"zh": "资料截至", "en": "Evidence as of"}[language] in whole
    assert {"zh": "English", "en": "Sentence by sentence"}[language] not in texts[0].split("\n")[0]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("card", ["questions", "bad-offer", "what-was-approved"])
def test_a_card_is_one_sheet(visit, tmp_path, language, card):
    """One A4 to take along."""
    page = visit(f"/{language}/cards/{card}/")
    page.pdf(path=tmp_path / "card.pdf", format="A4")
    assert len(PdfReader(tmp_path / "card.pdf").pages) == 1
