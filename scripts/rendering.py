"""Single pages rendered by MkDocs' own classes, with everything loaded once.

The bytes are those of a whole build. What only a whole build can tell, whether
the anchors that links name exist, is left to it.
"""

import logging
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from order import Order


class Complaints(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(record.getMessage())


class Renderer:
    """The site of one language: its configuration, its list of pages, its templates."""

    def __init__(self, root: Path, language: str, config: str, order: Order) -> None:
        """Load the configuration file ``config`` for what is ordered."""
        self._language = language
        self._config = load_config(str(root / config), site_url=f"{order.address}{language}/")
        self._config.extra["policy"] = order.policy
        self._files = get_files(self._config)
        self._environment = self._config.theme.get_env()
        self._files.add_files_from_theme(self._environment, self._config)
        self._navigation = get_navigation(self._files, self._config)

    def rendered(self, file: str, markdown: str) -> tuple[str, str]:
        """Return where in the site the page of ``file`` stands, and its HTML.

        The file is one of ``docs/<language>/``; ``markdown`` is what it is to hold.
        """
        source = self._files.src_uris[file]
        source.content_string = markdown
        page = source.page or Page(None, source, self._config)
        page.read_source(self._config)
        page.render(self._config, self._files)
        page.active = True
        documents = self._files.documentation_pages()
        context = get_context(self._navigation, documents, self._config, page)
        html = self._environment.get_template("main.html").render(context)
        page.active = False
        return f"{self._language}/{source.dest_uri}", html
