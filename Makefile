# Every command sets up what it needs in .venv; a second run redoes nothing.
#   make serve   the whole site at http://127.0.0.1:8000/, reloading on change
#   make test    everything, browser tests included
#   make new TEXT=knee SOURCE=article.txt    a new article; DRAFT=1 serves or builds it unfinished
PYTHON ?= python3
PORT ?= 8000
ENGINE ?= mkdocs
SITE := .venv/site.stamp
TEST := .venv/test.stamp
ZENSICAL := .venv/zensical.stamp
RUN := .venv/bin/python

.PHONY: serve test site dist check sync format formats links lock bench clean new font test-zensical audit licences hosting

serve: $(SITE)
	@$(RUN) scripts/serve.py --port $(PORT)

test: $(TEST)
	@$(RUN) -m ruff check scripts tests
	@$(RUN) -m ruff format --check scripts tests
	@$(RUN) -m pytest

site: $(SITE) $(if $(filter zensical,$(ENGINE)),$(ZENSICAL))
	@$(RUN) scripts/build.py --engine $(ENGINE)

dist: $(SITE) $(if $(filter zensical,$(ENGINE)),$(ZENSICAL))
	@$(RUN) scripts/dist.py --engine $(ENGINE)

test-zensical: $(TEST) $(ZENSICAL)
	@$(RUN) -m pytest --engine zensical tests/test_browser.py tests/test_from_disk.py

check: $(SITE)
	@$(RUN) scripts/check.py

new: $(SITE)
	@$(RUN) scripts/new.py

sync: $(SITE)
	@$(RUN) scripts/sync.py

format: $(TEST)
	@$(RUN) -m ruff check --fix scripts tests
	@$(RUN) -m ruff format scripts tests

bench: $(TEST)
	@$(RUN) scripts/bench.py --only "$(ONLY)"

formats: $(SITE)
	@$(RUN) scripts/formats.py

links: $(SITE)
	@$(RUN) scripts/links.py

hosting: $(SITE)
	@$(RUN) scripts/hosting.py

font: $(TEST)
	@$(RUN) scripts/renew_font.py

lock: $(TEST)
	@$(RUN) scripts/lock.py

# Known faults in what is locked; asks an advisory service, so it is no part of make test.
audit: $(TEST)
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	@.venv/audit/bin/pip-audit --disable-pip --require-hashes -r requirements-test.lock

licences: $(TEST)
	@$(RUN) scripts/licences.py

clean:
	@rm -rf site dist docs/zh docs/en .build .pytest_cache .ruff_cache .hypothesis
	@find scripts tests -name __pycache__ -prune -exec rm -rf {} +
	@echo "clean (the installed tools stay; remove them with: rm -rf .venv)"

$(SITE): requirements.lock
	@$(PYTHON) scripts/prepare.py site

$(TEST): requirements-test.lock tests/validator/package-lock.json $(SITE)
	@$(PYTHON) scripts/prepare.py test

$(ZENSICAL): requirements-zensical.lock $(SITE)
	@$(PYTHON) scripts/prepare.py zensical
