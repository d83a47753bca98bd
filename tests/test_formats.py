"""The page for those who write records says what the models say."""

from pathlib import Path

from guide.formats import formats

ROOT = Path(__file__).resolve().parent.parent


def test_the_page_on_formats_is_the_models_own():
    """A field that was added or changed is on the page (renew it: make formats)."""
    assert (ROOT / "docs/formats.md").read_text(encoding="utf-8") == formats()


def test_a_key_says_whether_it_is_needed_and_what_it_may_be():
    """As the writer of a claim reads it."""
    page = formats()
    claim = page[page.index("## ClaimRecord") : page.index("### Group")]
    assert "| `quote` | words | yes |" in claim
    assert "| `ratings` | whole number | yes | How many independent ratings" in claim
    assert "(≥ 1, ≤ 2)" in claim
    assert "| `change` | words in `zh` and `en` |  |" in claim
    assert "| `evidence` | list of [Evidence](#evidence) |  |" in claim


def test_a_key_is_named_as_files_write_it():
    """CSL's names, hyphens included."""
    assert "| `container-title` |" in formats()
