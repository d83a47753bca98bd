"""Terms in running text, and how their names are typed."""

import pytest

from guide.readings import first_sentence, initials, toneless
from guide.terms import Finder, renders


def found(forms, text):
    return [(text[o.start : o.end], o.term) for o in Finder(forms).occurrences(text)]


def test_the_longest_form_wins():
    """间充质干细胞 is one term, not two."""
    forms = {"干细胞": "stem", "间充质干细胞": "msc"}
    assert found(forms, "间充质干细胞和干细胞") == [("间充质干细胞", "msc"), ("干细胞", "stem")]


def test_latin_forms_are_whole_tokens():
    """CD is Crohn's disease, and not a piece of CD19."""
    assert found({"CD": "crohn", "NK": "nk"}, "CD19与CD,iPSC-NK和NK细胞") == [
        ("CD", "crohn"),
        ("NK", "nk"),
    ]


def test_a_passage_can_be_no_term():
    """优化疗效 holds the characters of 化疗 and has nothing to do with it."""
    assert found({"化疗": "chemo", "优化疗效": ""}, "优化疗效,先化疗") == [("化疗", "chemo")]


@pytest.mark.parametrize(
    ("english", "forms", "kept"),
    [
        ("Mesenchymal stem cells act", ["mesenchymal stem cell"], True),
        ("first-in-human trial", ["first in human trial"], True),
        ("the target of", ["targets"], False),
        ("MSC", ["MSC"], True),
        ("the msc", ["MSC"], False),
    ],
)
def test_a_rendering_counts_in_the_plural_and_with_hyphens(english, forms, kept):
    """Singular, plural and hyphens are alike; abbreviations keep their capitals."""
    assert renders(english, forms) is kept


@pytest.mark.parametrize(
    ("pinyin", "typed", "letters"),
    [
        ("jiān chōng zhì gàn xì bāo", "jianchongzhiganxibao", "jczgxb"),
        ("lǜ chá", "lvcha", "lc"),
        ("NK zǔ xì bāo", "nkzuxibao", "nkzxb"),
    ],
)
def test_pinyin_is_typed_without_tones(pinyin, typed, letters):
    """Tones, spaces and dots go; Latin words stay whole in the initials."""
    assert (toneless(pinyin), initials(pinyin)) == (typed, letters)


def test_the_first_sentence_ends_at_the_first_full_stop():
    """In either language."""
    assert first_sentence("一句。两句。") == "一句。"
    assert first_sentence("One. Two.") == "One."
