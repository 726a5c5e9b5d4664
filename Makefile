# `make` alone lists the targets. The first run needs python3 (3.11 or newer), make and git only.

PYTHON ?= python3
PORT ?= 8000
TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/portal

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links $(UPGRADE)
BOOK := portal/locale/zh_Hans/LC_MESSAGES/django
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes

# What stands in a database of one's own is never touched twice: the stamp speaks of the default
# file alone and counts only while that file is there.
DEMO_STAMP := var/demo.stamp
DEMO_DONE := $(if $(DATABASE_URL),,$(if $(wildcard var/portal.sqlite3),$(DEMO_STAMP)))
MIGRATIONS := $(wildcard */migrations/*.py */*/migrations/*.py)

export TEST_DATABASE_URL

.DEFAULT_GOAL := help
.PHONY: help setup demo load load-demo test setup-test check lint format types imports migrations \
	translations fix screens papers bench coverage lock messages states clean

help: ## list the targets
	@$(PYTHON) -c 'import re; text = open("Makefile", encoding="utf-8").read(); [print("  make %-13s %s" % line) for line in re.findall("^([a-z-]+):.*## (.+)", text, re.M)]'

# ---- the two commands, and what they stand on ---------------------------------------------------

setup: $(VENV)/base.stamp $(BOOK).mo ## install what the portal needs into .venv

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/base.stamp: requirements/base.txt | $(VENV)/bin/python
	@echo "installing requirements/base.txt"
	@$(INSTALL) -r requirements/base.txt
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/base.stamp
	@echo "installing requirements/test.txt"
	@$(INSTALL) -r requirements/test.txt
	@touch $@

$(BOOK).mo: $(BOOK).po $(VENV)/base.stamp
	@$(MANAGE) catalogue compile

demo: load $(BOOK).mo ## serve a lived-in county on 127.0.0.1:8000 (PORT= changes it)
	@$(MANAGE) load_demo --accounts --port $(PORT)
	@$(MANAGE) runserver --noreload 127.0.0.1:$(PORT)

load: $(or $(DEMO_DONE),load-demo)

load-demo $(DEMO_STAMP): $(MIGRATIONS) $(VENV)/base.stamp $(BOOK).mo
	@mkdir -p var
	@echo "preparing the database"
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) load_demo --if-empty
	@touch $(DEMO_STAMP)

test: setup-test ## run every test: SQLite, PostgreSQL, browser, office (REQUIRE_ALL=1: none may be missing)
	@$(BIN)/python -m tests.run

setup-test: setup $(VENV)/test.stamp ## install what tests and checks need

# ---- checks -------------------------------------------------------------------------------------

check: lint format types imports migrations translations ## all of the checks below

lint: setup-test ## ruff and djlint
	@$(BIN)/ruff check .
	@$(BIN)/djlint --lint --quiet templates

format: setup-test ## the layout of the Python files
	@$(BIN)/ruff format --check .

types: setup-test ## mypy
	@$(BIN)/mypy

imports: setup-test ## the arrows between rooms and floors
	@$(BIN)/lint-imports

migrations: setup-test ## no model without its migration
	@$(MANAGE) makemigrations --check --dry-run

translations: setup-test ## the Chinese catalogue is complete
	@$(MANAGE) catalogue check

fix: setup-test ## let ruff mend what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# ---- now and then -------------------------------------------------------------------------------

screens: setup-test ## photograph and check every page into build/screens/ (SCREENS="-k information": one room)
	@DATABASE_URL=sqlite:///$(CURDIR)/build/screens.sqlite3 $(BIN)/python -m pytest -q -p no:randomly tests/browser/screens.py $(SCREENS)

papers: setup-test ## build one of each official paper as Word, PDF and pictures into build/papers/
	@$(BIN)/python -m tests.congress.documents.gallery

bench: setup-test ## measure; the results belong into docs/benchmarks.md
	@$(BIN)/python -m bench.count
	@$(BIN)/python -m bench.lists
	@$(BIN)/python -m bench.pages
	@$(BIN)/python -m bench.notices
	@$(BIN)/python -m bench.suggestions

coverage: setup-test ## which lines no test reaches
	@$(BIN)/coverage run -m pytest -q -m "not browser and not office"
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

messages: setup ## bring the catalogue into step with the code
	@$(MANAGE) catalogue update
	@$(MANAGE) catalogue compile

states: setup ## write docs/states.md anew
	@$(MANAGE) write_states

lock: ## compile requirements/*.txt from *.in (needs uv; UPGRADE=--upgrade for newer versions)
	cd requirements && $(LOCK) base.in --output-file base.txt
	cd requirements && $(LOCK) test.in --output-file test.txt

clean: ## remove .venv, build and the demo's database with its files
	rm -rf $(VENV) build var staticfiles $(BOOK).mo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
