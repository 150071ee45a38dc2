# The handout's commands.  `make help` lists them.

# A clinic is a file in clinics/; a language is a folder in locale/ (English needs none).
CLINIC ?= clear
DOC_LANGUAGE ?= en
PYTHON ?= python3

VENV := .venv
RUN := $(VENV)/bin/python
HANDOUT := $(RUN) -m handout
WHICH := --clinic "$(CLINIC)" --language "$(DOC_LANGUAGE)"
# Exact versions of everything, also of what pip needs to install this project.
PIP := PIP_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 $(RUN) -m pip install -qq

.DEFAULT_GOAL := all

.PHONY: all
all: $(VENV)/.base ## the web site and the pages to print
	@$(HANDOUT) build $(WHICH)

.PHONY: html
html: $(VENV)/.base ## the web site (with the pages to print, which it offers)
	@$(HANDOUT) build $(WHICH) html

.PHONY: pdf
pdf: $(VENV)/.base ## the pages to print
	@$(HANDOUT) build $(WHICH) pdf

.PHONY: clinics
clinics: $(VENV)/.base ## all of it, for every clinic in clinics/
	@$(HANDOUT) clinics --language "$(DOC_LANGUAGE)"

.PHONY: release
release: $(VENV)/.base ## all of it, once a clinician has reviewed the text
	@$(HANDOUT) release $(WHICH)

.PHONY: which-version
which-version: $(VENV)/.base ## is a printed pile current? Add  ID=1.0-3f9a2c  (what its pages say at the foot)
	@$(HANDOUT) which-version "$(ID)"

.PHONY: live
live: $(VENV)/.live ## site and printed pages side by side in the browser, made anew each time you save
	@exec $(HANDOUT) live $(WHICH)

.PHONY: test
test: $(VENV)/.test ## every test
	@$(RUN) -m pytest --quiet --numprocesses 3

.PHONY: check
check: $(VENV)/.check ## code style, types, and the words of the chapters
	@echo "Code style ..." && $(RUN) -m ruff check --quiet . && $(RUN) -m ruff format --check --quiet .
	@echo "Types ..." && $(RUN) -m mypy --no-error-summary
	@echo "Markup and spelling ..." && $(RUN) -m sphinxlint --enable all --disable line-too-long source \
	  >/dev/null && $(RUN) -m codespell_lib source handout rst2pdf_tagged tests README.md CONTRIBUTING.md
	@echo "Words ..." && $(HANDOUT) prose $(WHICH)

.PHONY: docs
docs: $(VENV)/.base ## write docs/ anew: what became of the clinic's post
	@$(HANDOUT) client-post $(WHICH)

.PHONY: bench
bench: $(VENV)/.base ## what a build costs and how fast the site is, and whether that will do (ten minutes)
	@$(RUN) -m tools.bench

.PHONY: linkcheck
linkcheck: $(VENV)/.base ## try every web address in chapters and sources (needs the internet)
	@$(HANDOUT) linkcheck $(WHICH)

.PHONY: art
art: $(VENV)/.art ## draw all pictures anew (only needed after a change in tools/art)
	@$(RUN) -m tools.art

.PHONY: lock
lock: ## look for newer versions of everything and note them in constraints.txt
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet -e ".[test,check,live,art]" hatchling editables
	@{ sed -n '/^#/p' constraints.txt; build/lock/bin/python -m pip freeze --exclude-editable; } \
	  > build/constraints.txt && mv build/constraints.txt constraints.txt && rm -rf build/lock

.PHONY: clean
clean: ## remove everything that was built
	@rm -rf build

.PHONY: distclean
distclean: clean ## remove the installed tools too
	@rm -rf $(VENV)

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  For another clinic: make CLINIC=name   (a file in clinics/)"

# The tools are installed once, and again when the list of versions changes.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "This needs Python 3.11 or newer; install it or run: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up the tools (once, about a minute) ..." && $(PYTHON) -m venv $(VENV)

$(VENV)/.base: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing what the build needs ..." && $(PIP) -e . && touch $@

$(VENV)/.test $(VENV)/.check $(VENV)/.live $(VENV)/.art: $(VENV)/.%: $(VENV)/.base
	@echo "Installing what 'make $*' needs ..." && $(PIP) -e ".[$*]" && touch $@
