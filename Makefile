# The handout's commands.  `make help` lists them.

# A clinic is a file in clinics/; a language is a folder in locale/ (English needs none).
CLINIC ?= clear
DOC_LANGUAGE ?= en
PYTHON ?= python3

VENV := .venv
RUN := $(VENV)/bin/python
HANDOUT := $(RUN) -m handout
WHICH := --clinic "$(CLINIC)" --language "$(DOC_LANGUAGE)"
# What is read for slips of spelling.
SPELT := source docs clinics handout rst2pdf_tagged tests tools images/README.md $(wildcard *.md)
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

# Each step asks more than the one before, and ends the release if something is missing.
.PHONY: release
release: $(VENV)/.check $(VENV)/.test ## ask every gate, then write dist/, which is given out (ten minutes)
	@$(HANDOUT) may-release $(WHICH)
	@$(MAKE) --no-print-directory check test
	@$(HANDOUT) release $(WHICH)

.PHONY: verify-release
verify-release: $(VENV)/.check ## is dist/ what the tag of this version gives?  (for another: TAG=v1.0)
	@$(HANDOUT) verify-release $(if $(TAG),--tag "$(TAG)")

.PHONY: which-version
which-version: $(VENV)/.base ## is a printed pile current? Add  ID=1.0-3f9a2c  (what its pages say at the foot)
	@$(HANDOUT) which-version "$(ID)"

.PHONY: live
live: $(VENV)/.live ## site and printed pages side by side in the browser, made anew each time you save
	@exec $(HANDOUT) live $(WHICH)

.PHONY: test
test: $(VENV)/.test ## every test (eight minutes)
	@$(RUN) -m pytest --quiet --numprocesses 3

# All of it is asked, whatever the first parts say: an editor of words is told of words.
.PHONY: check
check: $(VENV)/.check ## code style, types, workflows, and the words of the chapters
	@well=true; \
	echo "Code style ..."; { $(RUN) -m ruff check --quiet . && $(RUN) -m ruff format --check --quiet .; } || well=false; \
	echo "Types ..."; $(RUN) -m mypy --no-error-summary || well=false; \
	echo "Workflows ..."; $(RUN) -m tools.workflows || well=false; \
	echo "Markup and spelling ..."; $(RUN) -m sphinxlint --enable all --disable line-too-long source >/dev/null || well=false; \
	$(RUN) -m codespell_lib $(SPELT) || well=false; \
	echo "Words ..."; $(HANDOUT) prose $(WHICH) || well=false; \
	$$well && echo "Nothing has to be put right."

.PHONY: translation
translation: $(VENV)/.base ## begin a translation, or bring it up to date:  make translation DOC_LANGUAGE=es
	@$(HANDOUT) translation $(WHICH)

.PHONY: docs
docs: $(VENV)/.base ## write docs/client-post.md anew: what became of the clinic's post
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

.PHONY: outdated
outdated: $(VENV)/.base ## what could be newer of what this is built with (asks the internet)
	@$(RUN) -m tools.versions outdated

.PHONY: lock
lock: $(VENV)/.base ## take the newest versions that are allowed, and note them in constraints.txt
	@$(RUN) -m tools.versions lock

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
