# The commands of the project. Each one sets up what it needs.
PYTHON ?= python3
PORT ?= 8501
CORPUS ?= seeds
GOLD ?= tests/gold_seeds.yaml
FOLDER ?= seeds
TESTS ?= tests

PY := .venv/bin/python
READY := .venv/.ready

.PHONY: help setup run test check score bench docs format screenshots

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## / — /' | sed 's/^/make /'

setup: $(READY)  ## make .venv with everything needed

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, but '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Name another: make setup PYTHON=python3.12" >&2; exit 1; }
	test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(PY) -c 'import pathlib, tomllib; p = tomllib.loads(pathlib.Path("pyproject.toml").read_text()); print(*p["project"]["dependencies"], sep="\n")' > .venv/requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement .venv/requirements.txt --group dev
	@touch $@

run: $(READY)  ## serve the dashboard: PORT=8501, CORPUS=seeds
	HOTLINE_CORPUS='$(CORPUS)' $(PY) -m streamlit run dashboard.py --server.port $(PORT)

test: $(READY)  ## run all tests, in a real browser too: TESTS=tests
	tools/ensure_chromium.sh
	$(PY) -m pytest $(TESTS)

check: $(READY)  ## linters, types, generated docs
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m tools.data_dictionary --check
	$(PY) -m tools.reading_rules --check

format: $(READY)  ## put the code into its form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

docs: $(READY)  ## write the generated docs anew
	$(PY) -m tools.data_dictionary
	$(PY) -m tools.reading_rules

score: $(READY)  ## measure what is read against facts found by hand: GOLD=tests/gold_seeds.yaml, FOLDER=seeds
	@$(PY) -m tools.score --gold '$(GOLD)' --folder '$(FOLDER)' --misses

bench: $(READY)  ## measure speed beside a bare Streamlit page and beside spaCy
	@tools/ensure_chromium.sh
	@$(PY) -m pip install --quiet --disable-pip-version-check --group bench || echo "spaCy's small model cannot be installed; the bench does without" >&2
	@$(PY) -m tools.bench --folder '$(FOLDER)'

screenshots: $(READY)  ## make the README's pictures anew
	tools/ensure_chromium.sh
	$(PY) -m tools.screenshots
