"""Another engine: what Zensical is given is what MkDocs is given."""

import re

import pytest

import engines
import zensical_engine
from conftest import ROOT
from guide.folder_layout import as_folders
from guide.library import Library
from order import Order


def test_a_page_becomes_a_folder_and_its_links_are_mended():
    """Addresses stay: relative to the file is then relative to the page."""
    laid = as_folders(
        {
            "index.md": "[a](claims/nk/x.md) [b](texts/index.md#y)",
            "claims/nk/x.md": '[home](../../index.md) [z](z.md#a) <a href="../">up</a>',
            "claims/nk/z.md": "[web](https://example.org/x.md) [x](x.md)",
            "texts/index.md": "[x](../claims/nk/x.md)",
        }
    )
    assert laid == {
        "index.md": "[a](claims/nk/x/index.md) [b](texts/index.md#y)",
        "claims/nk/x/index.md": '[home](../../../index.md) [z](../z/index.md#a) <a href="../">up</a>',
        "claims/nk/z/index.md": "[web](https://example.org/x.md) [x](../x/index.md)",
        "texts/index.md": "[x](../claims/nk/x/index.md)",
    }


def test_the_english_configuration_takes_what_it_does_not_say_itself():
    """As MkDocs merges: a mapping key by key, a list whole."""
    zh = zensical_engine.configuration(ROOT / "mkdocs.yml")
    en = zensical_engine.configuration(ROOT / "mkdocs.en.yml")
    assert en["theme"]["name"] == zh["theme"]["name"]
    assert (zh["theme"]["language"], en["theme"]["language"]) == ("zh", "en")
    assert len(en["nav"]) == len(zh["nav"]) == 7
    assert not re.search("[\u4e00-\u9fff]", str(en["nav"]))
    assert en["extra"]["search"].keys() == zh["extra"]["search"].keys()


def test_without_zensical_it_is_said_how_to_get_it(tmp_path, capsys, monkeypatch):
    """One line, and nothing is built."""
    monkeypatch.setattr(zensical_engine, "find_spec", lambda name: None)
    order = Order(engine="zensical")
    assert not engines.render(ROOT, tmp_path, tmp_path / "site", Library(), order)
    assert capsys.readouterr().out.count("make site ENGINE=zensical") == 1


def test_an_engine_that_nobody_knows_is_refused(capsys, monkeypatch):
    """By the command line, with the two that there are."""
    import build  # noqa: PLC0415

    monkeypatch.setattr("sys.argv", ["build.py", "--engine", "hugo"])
    with pytest.raises(SystemExit):
        build.main()
    assert "mkdocs" in capsys.readouterr().err
