"""What others take away: data files that agree with the seeds, the schemas and the pages."""

import csv
import json
from pathlib import Path

import jsonschema
import pytest
from translate.storage import tbx, tmx

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def data(site):
    return site.folder / "data"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["texts", "claims", "references", "glossary"])
def test_a_file_keeps_to_its_schema(data, name):
    """The schema made from the models holds for the file."""
    schema = load(data / f"schemas/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(load(data / f"{name}.json"), schema)


@pytest.mark.parametrize("text_id", ["nk", "ibd"])
def test_the_sentences_give_back_the_source(data, text_id):
    """``before`` and ``zh`` in order, and ``after``, are the article byte for byte."""
    (text,) = [t for t in load(data / "texts.json")["texts"] if t["id"] == text_id]
    whole = "".join(s["before"] + s["zh"] for s in text["sentences"]) + text["after"]
    assert whole.encode() == (ROOT / f"seeds/texts/{text_id}/source.txt").read_bytes()
    assert {s["state"] for s in text["sentences"]} == {"translated"}
    assert all(s["en"] for s in text["sentences"])


def test_every_text_has_its_advertisement_and_its_notice(data):
    """They are marked as what they are."""
    kinds = {
        t["id"]: {s["kind"] for s in t["sentences"]} for t in load(data / "texts.json")["texts"]
    }
    assert {"advertisement", "credit", "heading", "summary"} <= kinds["nk"]
    assert {"advertisement", "disclaimer", "question", "answer", "reference"} <= kinds["ibd"]
    assert {"table-header", "table-cell", "list-item"} <= kinds["ibd"]


# Figures of both articles, read off by eye; each has to be somewhere in the ledger's data.
HELD_OUT = {
    "nk": "2025年5月 1-2周 2021年 I期 双重武装 80% 100% 48小时 20% 3倍以上 2-3倍 4周 10倍以上 73% 60% "
    "2026年 首个人体临床试验 80% 1x10^6 三个方面 两大瓶颈 两大方向 双维度 AC-1001033C AC-1001030 FT516",
    "ibd": "2018年至今 3款 30-50万元 8大 数亿年 II/III期 59.2% 52周 III期 II-III期 5–10年 2024年 2023年12月 "
    "25项 596名 6个月 2025年1月15日 首家 首个 2010年 87.5% >5年 三大 双路径 1-2周 40416917 PMC12100522 双盲",
}


@pytest.mark.parametrize("text_id", ["nk", "ibd"])
def test_no_figure_escapes(data, text_id):
    """Each figure stands in the quotation of a claim or in an exclusion."""
    ledger = load(data / "claims.json")
    quotes = [c["quote"] for c in ledger["claims"] if c["text"] == text_id]
    quotes += [e["quote"] for e in ledger["exclusions"] if e["text"] == text_id]
    for figure in HELD_OUT[text_id].split():
        assert any(figure in quote for quote in quotes), figure


def test_all_claims_of_the_dossier_are_there(data):
    """69 and 92, each with a verdict in both languages and its sentences."""
    claims = load(data / "claims.json")["claims"]
    count = {t: sum(c["text"] == t for c in claims) for t in ("nk", "ibd")}
    assert count == {"nk": 69, "ibd": 92}
    for claim in claims:
        assert claim["sentences"]
        assert claim["why"]["zh"] and claim["why"]["en"]
        assert (claim["finding"] == "untraced" and claim["figures"] != []) >= claim["unverifiable"]


def test_arithmetic_says_what_it_should(data):
    """The sums that matter most, recomputed."""
    sums = {
        c["id"]: [a["result"] for a in c["arithmetic"]]
        for c in load(data / "claims.json")["claims"]
    }
    assert {2, 4} <= set(sums["persistence-4-weeks-10x"])
    assert 17.6 in sums["remission-59-2"]
    assert {88.24, 83.33} <= set(sums["qingdao-87-5"])
    assert any(round(r) == 73 for r in sums["ft516-orr-73"])


def test_csv_files_hold_the_same_rows(data):
    """As many rows as items, under the same ids."""
    for name, key, items in (
        (
            "texts.csv",
            "id",
            [s for t in load(data / "texts.json")["texts"] for s in t["sentences"]],
        ),
        ("claims.csv", "id", load(data / "claims.json")["claims"]),
        ("glossary.csv", "id", load(data / "glossary.json")["terms"]),
    ):
        with (data / name).open(encoding="utf-8", newline="") as file:
            assert [row[key] for row in csv.DictReader(file)] == [i["id"] for i in items]


def test_the_glossary_opens_in_another_reader(data):
    """TBX and TMX are read by a translators' toolkit that we did not write."""
    terms = load(data / "glossary.json")["terms"]
    assert len(terms) == 233
    glossary = tbx.tbxfile.parsefile(str(data / "glossary.tbx"))
    assert [(u.source, u.target) for u in glossary.units] == [(t["zh"], t["en"]) for t in terms]
    memory = tmx.tmxfile.parsefile(str(data / "articles.tmx"))
    sentences = [s for t in load(data / "texts.json")["texts"] for s in t["sentences"]]
    assert [(u.source, u.target) for u in memory.units] == [(s["zh"], s["en"]) for s in sentences]


def test_addresses_in_the_data_are_pages(data, site):
    """Every url of every item opens, in both languages."""
    items = load(data / "claims.json")["claims"] + load(data / "glossary.json")["terms"]
    items += [s for t in load(data / "texts.json")["texts"] for s in t["sentences"]]
    for item in items:
        for url in item["url"].values():
            path, _, anchor = url.partition("#")
            page = site.folder / path.lstrip("/") / "index.html"
            assert page.is_file(), url
            if anchor and url.endswith("-1"):
                assert f'id="{anchor}"' in page.read_text(encoding="utf-8")
