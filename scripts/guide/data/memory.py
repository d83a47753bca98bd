"""``articles.tmx``: the articles as a translation memory (TMX 1.4)."""

from xml.etree import ElementTree

from guide.library import Library


def files(library: Library) -> dict[str, str]:
    """Return the translation memory of all finished sentences that may be shown."""
    root = ElementTree.Element("tmx", {"version": "1.4"})
    ElementTree.SubElement(
        root,
        "header",
        {
            "creationtool": "cell-therapy-read-closely",
            "creationtoolversion": "1",
            "segtype": "sentence",
            "o-tmf": "po",
            "adminlang": "en",
            "srclang": "zh-Hans",
            "datatype": "plaintext",
        },
    )
    body = ElementTree.SubElement(root, "body")
    for text in library.texts:
        shown = library.shown(text)
        for sentence in text.sentences:
            english = text.english(sentence.id)
            if sentence.id in shown and english:
                unit = ElementTree.SubElement(body, "tu", {"tuid": sentence.id})
                for language, words in (("zh-Hans", sentence.zh), ("en", english)):
                    variant = ElementTree.SubElement(unit, "tuv", {"xml:lang": language})
                    ElementTree.SubElement(variant, "seg").text = words
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return {"articles.tmx": f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'}
