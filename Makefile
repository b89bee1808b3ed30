# Every target sets up what it needs: nothing but Python 3.11, git and make is assumed.
PYTHON  ?= $(shell command -v python3.11 || command -v python3)
VENV    := .venv
BIN     := $(VENV)/bin
SOURCES ?= sources
OUT     ?= out
SOA     := $(BIN)/soa
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.DEFAULT_GOAL := help
.PHONY: help extract check test lint generate eval bench lock clean

help:  ## list the targets
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

extract: $(VENV)/.installed  ## read SOURCES (files or folders) into OUT
	@$(SOA) extract $(SOURCES) -o "$(OUT)"

check: $(VENV)/.installed  ## name the ill-defined actions of SOURCES
	@$(SOA) check $(SOURCES)

test: $(VENV)/.developing  ## run the tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.developing  ## types and style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

eval: $(VENV)/.developing  ## accuracy per field and document (AGAINST=main: what was gained, lost)
	@$(BIN)/python -m benchmarks.accuracy --readme README.md $(if $(AGAINST),--against $(AGAINST))

bench: $(VENV)/.benching  ## speed, as ratios measured in one run
	@$(BIN)/python -m benchmarks.speed

generate: $(VENV)/.developing  ## write schemas, pages and golden results anew
	@$(BIN)/python -m tests.published
	@$(BIN)/python -m tests.goldens

lock:  ## resolve the dependencies anew (needs uv)
	@./requirements/compile

clean:  ## remove the virtual environment and the results
	rm -rf $(VENV) out

$(VENV)/.created:
	@echo "Setting up a virtual environment in $(VENV) (once; a few minutes)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements/run.txt pyproject.toml | $(VENV)/.created
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.developing: requirements/dev.txt $(VENV)/.installed
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.benching: requirements/bench.txt $(VENV)/.developing
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@
