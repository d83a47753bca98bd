"""Words that look like markup, wherever data comes in: readers see the characters."""

import hashlib
import re
import shutil

import pytest

import build
import sync
from conftest import VALID, Site, with_frame

HOSTILE = (
    "<script>document.title='hit'</script> <img src=x onerror=\"document.title='hit'\"> "
    "{{ x*y }} {% raw %} *a* _b_ `c` [d](javascript:alert) &copy; ~~f~~ <b>|"
)
CELL = "<b>g</b> *h* `i` {{ x*y }} [j](javascript:alert)"
HEADING = "#not a heading {#nor-an-id}"


def change(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The tiny world, hostile words in its source, translation, claim, term and table, built."""
    root = with_frame(shutil.copytree(VALID, tmp_path_factory.mktemp("hostile") / "world"))
    (root / ".build").mkdir()
    spoil_the_source(root / "seeds/texts/tea")
    assert sync.main(root) == 0
    spoil_the_translation(root / "seeds/texts/tea/en.po")
    change(
        root / "seeds/claims/tea/eight-of-twelve.toml",
        ("没有找到这项研究。", f"没有找到{quoted(HOSTILE)}"),
        ("We did not find this study.", f"We did not find {quoted(HOSTILE)}"),
    )
    change(root / "seeds/terms/green-tea.toml", ("Tea that is", f"Tea {quoted(HOSTILE)} is"))
    assert build.build(root, build.LOCAL) == 0
    served = Site(root / "site")
    yield served
    served.close()


def spoil_the_source(folder):
    change(
        folder / "source.txt",
        ("绿茶能让人更聪明吗", f"绿茶{HOSTILE}吗"),
        ("组别", f"组别{CELL}"),
        ("- 每天*3杯*", f"{HEADING}3杯"),
        ("- 水温", "水温"),
    )
    digest = hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest()
    told = folder / "text.toml"
    told.write_text(re.sub('(?<=sha256 = ").*(?=")', digest, told.read_text("utf-8")), "utf-8")


def spoil_the_translation(po):
    change(
        po,
        ("Can green tea make people smarter?", quoted(f"Green tea {HOSTILE}?")),
        ('msgstr "Group"', f'msgstr "Group {quoted(CELL)}"'),
        ("*3 cups* a day;", f"{HEADING} 3;"),
    )
    po.write_text(re.sub(r'#, fuzzy\n#\| msgid ".*"\n', "", po.read_text("utf-8")), "utf-8")


def squeezed(text):
    return re.sub(r"\s+", " ", text)


@pytest.mark.browser
@pytest.mark.parametrize("page", ["texts/tea/read/", "claims/tea/eight-of-twelve/", "claims/"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_words_are_shown_and_do_nothing(visit, hostile, language, page):
    """No script runs, no picture is asked for, nothing of them becomes an element."""
    shown = visit(f"/{language}/{page}", address=hostile.address)
    assert HOSTILE in squeezed(shown.locator("main").inner_text())
    assert shown.title() != "hit"
    for made in ("a[href^='javascript:']", "img[src=x]", "#nor-an-id"):
        assert shown.locator(made).count() == 0, made
    scripts = "[...document.scripts].filter(s => !s.type).map(s => s.text).join()"
    assert "hit" not in shown.evaluate(scripts)


@pytest.mark.browser
def test_a_table_and_a_line_keep_their_form(visit, hostile):
    """Hostile words break neither a cell nor a paragraph."""
    shown = visit("/zh/texts/tea/read/", address=hostile.address)
    table = shown.locator("main table").first
    assert CELL in squeezed(table.inner_text())
    assert table.locator("tr").count() == 2
    rows = [row.locator("th, td").count() for row in table.locator("tr").all()]
    assert len(set(rows)) == 1
    line = shown.locator("#tea-8-1")
    assert HEADING in squeezed(line.inner_text())
    assert line.locator("h1, h2, h3, h4").count() == 0


@pytest.mark.browser
def test_hostile_words_can_be_searched(visit, hostile):
    """The search shows them as characters as well."""
    shown = visit("/en/", address=hostile.address)
    shown.keyboard.press("/")
    shown.keyboard.type("green tea")
    panel = shown.locator(".search-panel")
    panel.locator("a").first.wait_for()
    assert "<script>" in panel.inner_text()
    assert shown.title() != "hit"
    assert panel.locator("img, script, b").count() == 0


POISON = "<img src=x onerror=canary()><script>canary()</script>|[z](javascript:canary()){{ z }}"
# Every free text of every kind of record; a term's own names must stand in the text.
FREE = re.compile(r'((?:^|[ .{,])(?:zh|en|title|query) = "(?!")(?:[^"\\]|\\.)*)"(?! # name)', re.M)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory):
    """The tiny world, a payload in every free text, built bare: no policy comes to the rescue."""
    root = with_frame(shutil.copytree(VALID, tmp_path_factory.mktemp("poisoned") / "world"))
    (root / ".build").mkdir()
    for record in [*root.glob("seeds/**/*.toml"), *root.glob("docs/drawings/*.toml")]:
        text = record.read_text(encoding="utf-8")
        if record.parent.name == "terms":
            text = re.sub('^((?:zh|en) = ".*")', r"\1 # name", text, flags=re.M)
        record.write_text(FREE.sub(lambda found: f'{found[1]}{POISON}"', text), encoding="utf-8")
    assert build.build(root, build.LOCAL, policy="") == 0
    served = Site(root / "site")
    yield served
    served.close()


@pytest.mark.browser
def test_no_payload_runs_or_breaks_a_table_on_any_page(chromium, poisoned):
    """Every page of the poisoned world: words are shown, nothing is run, asked for or torn."""
    context = chromium.new_context()
    context.add_init_script("globalThis.canary = () => { globalThis.hit = true; }")
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    shown = 0
    for path in poisoned.pages():
        if 'http-equiv="refresh"' in (poisoned.folder / path).read_text(encoding="utf-8"):
            continue  # leads on at once
        page.goto(f"{poisoned.address}/{path}")
        assert page.evaluate("globalThis.hit") is None, path
        assert page.locator("a[href^='javascript:'], img, main script:not([type])").count() == 0, (
            path
        )
        rows = """[...document.querySelectorAll("table")].map((table) => new Set([...table.rows].map(
            (row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0))).size)"""
        assert set(page.evaluate(rows)) <= {1}, path
        shown += "canary()" in page.locator("body").inner_text()
    context.close()
    assert shown > 20
    assert [url for url in asked if url.endswith("/x")] == []
