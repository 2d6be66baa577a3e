# Dragoman: make demo, make test. Needs python3 (3.11 or later) and make; works from any folder, offline once installed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?=
SCORE ?=
DATA ?=
BASE ?=
RUN ?= training-run

.PHONY: help demo test lint bench model clean
.DEFAULT_GOAL := help

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-6s %s\n", $$1, $$2}' Makefile

$(VENV)/installed: pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit("Dragoman needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12") if sys.version_info < (3, 11) else 0'
	@"$(PYTHON)" -m venv "$(VENV)" || { echo "No environment could be made: install the venv module of $(PYTHON) (Debian: apt install python3-venv)."; exit 1; }
	@"$(BIN)/python" -m pip install --quiet --quiet --disable-pip-version-check --editable .
	@touch "$@"

$(VENV)/developing: $(VENV)/installed
	@"$(BIN)/python" -m pip install --quiet --quiet --disable-pip-version-check --editable ".[dev]"
	@touch "$@"

demo: $(VENV)/installed ## read the bundled interview, then archive the bundled articles and write a dossier: demo/
	@mkdir -p demo
	@rm -f demo/archive.db demo/archive.db-wal demo/archive.db-shm
	@"$(BIN)/python" -m dragoman read src/dragoman/samples/interview.txt --html demo/interview.html
	@echo "The same reading as a page: demo/interview.html"
	@echo
	@"$(BIN)/python" -m dragoman add --to demo/archive.db src/dragoman/samples/portugal-morocco.jsonl
	@"$(BIN)/python" -m dragoman relation Portugal Morocco --in demo/archive.db --as-of 2026-11-15
	@"$(BIN)/python" -m dragoman dossier Portugal Morocco --in demo/archive.db --as-of 2026-11-15 -o demo/dossier.html
	@echo "The relation as a briefing, every figure with its words: demo/dossier.html"

lint: $(VENV)/developing ## style and types
	@"$(BIN)/python" -m ruff check src tests benchmarks tools training
	@"$(BIN)/python" -m ruff format --check --quiet src tests benchmarks tools training
	@"$(BIN)/python" -m mypy --no-error-summary

test: lint ## style, types and all tests
	@"$(BIN)/python" -m pytest

bench: $(VENV)/developing ## start-up times, and speed on CORPUS=articles.jsonl [SCORE=folder of the scorers]
	@"$(BIN)/python" benchmarks/startup.py
	@if [ -n "$(CORPUS)" ]; then "$(BIN)/python" benchmarks/speed.py "$(CORPUS)" $(if $(SCORE),--invariants "$(SCORE)/invariants.py"); else echo "Name a file of articles for the rest: make bench CORPUS=articles.jsonl"; fi

$(VENV)/training: $(VENV)/installed training/requirements.txt
	@"$(BIN)/python" -m pip install --quiet --quiet --disable-pip-version-check -r training/requirements.txt
	@touch "$@"

model: $(VENV)/training ## train the encoder from DATA=corpora and BASE=folder of all-MiniLM-L6-v2; goes on where it was cut off
	@[ -n "$(DATA)" ] && [ -n "$(BASE)" ] || { echo "Name both: make model DATA=corpora BASE=folder with model.safetensors and tokenizer.json"; exit 2; }
	@"$(BIN)/python" training/fit.py --data "$(DATA)" --base "$(BASE)/model.safetensors" --tokenizer "$(BASE)/tokenizer.json" --out "$(RUN)/1" --steps 3000
	@"$(BIN)/python" training/fit.py --data "$(DATA)" --base "$(BASE)/model.safetensors" --tokenizer "$(BASE)/tokenizer.json" --out "$(RUN)/2" --steps 900 --stage 2 --start "$(RUN)/1"
	@"$(BIN)/python" training/fit.py --data "$(DATA)" --base "$(BASE)/model.safetensors" --tokenizer "$(BASE)/tokenizer.json" --out "$(RUN)/3" --stage 3 --start "$(RUN)/2"
	@"$(BIN)/python" training/export.py --run "$(RUN)/3" --before "$(RUN)/2" --tokenizer "$(BASE)/tokenizer.json" --out src/dragoman/model/weights

clean: ## remove the environment, the demo and what tools leave behind
	rm -rf "$(VENV)" demo .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +
