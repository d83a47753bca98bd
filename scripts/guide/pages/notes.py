"""Sources as numbered notes: small figures in the text, the sources at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from guide import citations
from guide.library import Library
from guide.pages.page import inline, relative
from guide.pages.views import ClaimView
from guide.pages.words import day
from guide.shapes import ReferenceRecord


@dataclass
class Notes:
    """The notes of one page in one language, numbered as they are first called for."""

    library: Library
    claims: Mapping[str, ClaimView]
    language: str
    url: str
    read: Mapping[str, str]
    _numbers: dict[str, int] = field(default_factory=dict)

    def mark(self, sources: Sequence[str]) -> Markup:
        """Return the figures that stand for some sources."""
        links = [
            Markup('<a class="note" href="#note-{0}">{0}</a>').format(
                self._numbers.setdefault(source, len(self._numbers) + 1)
            )
            for source in sources
        ]
        if not links:
            return Markup("")
        return Markup('<sup class="notes">{}</sup>').format(Markup(" ").join(links))

    def all(self) -> list[tuple[int, Markup]]:
        """Return every note that was called for, in order."""
        return [(number, self._written(source)) for source, number in self._numbers.items()]

    def _written(self, source: str) -> Markup:
        if source.startswith("claim:"):
            return self._claim(self.claims[source.removeprefix("claim:")])
        return self._reference(self.library.references[source])

    def _claim(self, view: ClaimView) -> Markup:
        return Markup('<a href="{}"><span lang="zh-Hans">“{}”</span></a> {}').format(
            relative(self.url, view.url),
            inline(view.record.quote),
            inline(view.finding.label[self.language]),
        )

    def _reference(self, reference: ReferenceRecord) -> Markup:
        links = Markup("").join(
            Markup(' <a href="{}" rel="noopener">{}</a>').format(address, inline(label))
            for label, address in citations.links(reference)
        )
        seen = [self.read[reference.read], day(reference.accessed, self.language)]
        if reference.copy_read:
            seen.insert(1, reference.copy_read[self.language])
        comma = "，" if self.language == "zh" else ", "
        return Markup('{}{} <span class="read">{}</span>').format(
            citations.citation(reference), links, inline(comma.join(seen))
        )
