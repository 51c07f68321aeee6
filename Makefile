# The commands of Living Lab. `make` alone says what there is.
# They need Python 3.11 or newer and nothing else; PYTHON=/path/to/python chooses one.

SHELL := /bin/sh
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV_PYTHON := .venv/bin/python
MANAGE := $(VENV_PYTHON) manage.py
UV := .venv/bin/uv
ARGS ?=
# Which extras of pyproject.toml a command installs.
EXTRAS := local dev

# Modules are compiled once, when they are first imported: a start takes twice as long without.
unexport PYTHONDONTWRITEBYTECODE
# What the commands say is not all ASCII, and a terminal's language should not make them fail.
export PYTHONUTF8 := 1
# Another project's Python paths are no business of ours.
unexport PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help install run stop reset test lint format messages schema shell constraints upgrade \
	sbom audit screenshots contact-sheets lighthouse bench bench-pages bench-lists bench-signups bench-search bench-relevance bench-elasticsearch pictures html-check

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | while IFS='|' read -r name text; do \
	printf '%-20s %s\n' "$$name" "$$text"; done

install: ## Make the virtual environment, or bring it up to date
	@test -n "$(PYTHON)" || { echo "✗ No Python 3.11 or newer was found."; \
	echo "  → Install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: PYTHON=/path/to/python make"; \
	exit 1; }
	@$(PYTHON) -m livinglab.local.bootstrap $(EXTRAS)

run stop reset shell: EXTRAS := local
bench-pages bench-lists bench-signups bench-search bench-relevance bench-elasticsearch: EXTRAS := local dev bench

run: install ## Run the site on http://127.0.0.1:8000/ (PORT=8001 for another port)
	@exec $(VENV_PYTHON) -m livinglab.local.run --stop-with-parent

stop: install ## Stop what runs
	@exec $(VENV_PYTHON) -m livinglab.local.stop

reset: install ## Remove the site's data and begin again (asks first; FORCE=1 does not)
	@exec $(VENV_PYTHON) -m livinglab.local.stop --reset

shell: install ## Open Django's shell on the site that runs
	@exec $(MANAGE) shell

test: install ## Run all tests (ARGS="-k search" for some)
	@$(VENV_PYTHON) -m livinglab.local.audits.browsing
	@exec $(VENV_PYTHON) -m pytest -n auto $(ARGS)

lint: install ## Look at the code as CI does, without the tests
	@exec $(VENV_PYTHON) -m livinglab.local.audits.lint

format: install ## Lay out the code
	@$(VENV_PYTHON) -m ruff check --fix --quiet . ; $(VENV_PYTHON) -m ruff format .

sbom: install ## Write what production consists of to var/sbom.cdx.json (CycloneDX)
	@exec $(VENV_PYTHON) -m livinglab.local.audits.sbom

audit: install ## Ask PyPI and OSV for known vulnerabilities of what is pinned (3: neither answered)
	@exec $(VENV_PYTHON) -m livinglab.local.audits.vulnerabilities

schema: install ## Write anew with which tables a site on this machine begins (after editing a migration)
	@exec $(VENV_PYTHON) -m livinglab.local.schema

messages: install ## Collect the texts to translate and compile the translations (needs GNU gettext)
	@$(MANAGE) makemessages --all --extension html,txt,py,svg --no-location --no-wrap --no-obsolete --ignore=.venv --ignore=var --ignore=tests
	@for catalogue in livinglab/locale/*/LC_MESSAGES/django.po; do \
	sed '/^"POT-Creation-Date/d' "$$catalogue" > "$$catalogue.new" && mv "$$catalogue.new" "$$catalogue"; \
	msgfmt --statistics --output-file=/dev/null "$$catalogue"; done
	@$(VENV_PYTHON) -m livinglab.local.translations

screenshots: install ## Take pictures of every page type and state, with contact sheets, under var/screenshots
	@exec $(VENV_PYTHON) -m livinglab.local.audits.screenshots $(ARGS)

contact-sheets: install ## Take the contact sheets in docs/ anew: every page type at a glance
	@exec $(VENV_PYTHON) -m livinglab.local.audits.contact_sheets $(ARGS)

lighthouse: install ## Ask Lighthouse about each page type (needs Node 20 or newer)
	@exec $(VENV_PYTHON) -m livinglab.local.audits.lighthouse $(ARGS)

html-check: install ## Have the Nu HTML checker read every page type and state (needs npm and Java)
	@$(VENV_PYTHON) -m livinglab.local.audits.node_tools
	@exec $(VENV_PYTHON) -m pytest tests/e2e/test_html.py

pictures: install ## Take the pictures in docs/ anew
	@exec $(VENV_PYTHON) -m livinglab.local.audits.pictures

bench: ## List the benchmarks; each ends with an error when it misses a target
	@sed -n 's/^\(bench-[a-z-]*\):.*## /  make \1|/p' Makefile | while IFS='|' read -r name text; do \
	printf '%-26s %s\n' "$$name" "$$text"; done

bench-pages: install ## Measure queries and times of each page type, also with 10,000 examples more
	@exec $(VENV_PYTHON) -m livinglab.local.audits.bench_pages $(ARGS)

bench-lists: install ## Compare what lists cost with what they cost before search was made anew (ARGS="--rounds 20")
	@exec $(VENV_PYTHON) -m tests.benchmarks.lists_before $(ARGS)

bench-elasticsearch: install ## Measure Elasticsearch as a site grows (ARGS="--sizes 1000 1000000"; needs Maven and a JDK)
	@exec $(VENV_PYTHON) -m tests.benchmarks.elasticsearch_growth $(ARGS)

bench-search: install ## Measure search in PostgreSQL with 100,000 invented entries (ARGS="--entries 10000")
	@exec $(VENV_PYTHON) -m tests.benchmarks.on_a_site postgresql $(ARGS)

bench-relevance: install ## Compare what Dutch questions find with what they should (ARGS="--half tuning --show")
	@exec $(VENV_PYTHON) -m tests.benchmarks.on_a_site relevance $(ARGS)

bench-signups: install ## Have 500 people sign up at once for 50 seats, on a site of its own (ARGS="--rounds 5")
	@exec $(VENV_PYTHON) -m tests.benchmarks.signup_burst $(ARGS)

# Not after `install`: that refuses a pyproject.toml that asks for more than is pinned.
$(UV):
	@$(MAKE) --no-print-directory install

constraints: $(UV) ## Pin what pyproject.toml asks for, with hashes; what is pinned stays
	@$(UV) pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --quiet \
	--no-emit-index-url --no-header --no-annotate --output-file constraints.txt $(ARGS)

upgrade: ARGS := --upgrade
upgrade: constraints ## Pin the newest versions that pyproject.toml allows
