# `make` alone tells what there is. Needs a POSIX shell; everything else is set up on the way.
.DEFAULT_GOAL := help
.PHONY: help setup setup-screen run tour shots handbook golden test lint bench bench-package soak kills bare package package-test machine-test lock clean
.NOTPARALLEL:

# Added to the command at hand: make run ARGS="--help"
ARGS ?=
# The interpreter that .venv/ is made with; empty: the first of 3.11, 3.12 and 3.13 that is there.
PYTHON ?=
export PYTHON

BIN := .venv/bin

help: ## say what can be made
	@echo 'make TARGET [ARGS="..."] [PYTHON=python3.11]'
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14 | sed 's/^/  /'

setup: ## make .venv/ and install what Qt needs (every target below does so first)
	@sh packaging/setup.sh

# Real windows are tested, too: on a virtual display, touched by xdotool.
setup-screen:
	@sh packaging/setup.sh xvfb xauth xdotool

run: setup ## start the kiosk; without a display, render every page into build/tour
	@$(BIN)/kiosk run --tour-without-display build/tour $(ARGS)

tour: setup ## render every page into build/tour
	@$(BIN)/kiosk tour --out build/tour $(ARGS)

shots: setup ## render the pictures of README.md into packaging/pictures
	@$(BIN)/python packaging/shots.py

handbook: setup ## write the schema and the reference of content.yaml again
	@$(BIN)/kiosk schema --out content.schema.json
	@$(BIN)/kiosk reference --out packaging/handbook/reference.md

golden: setup ## take the golden pictures of the tests anew: look at them before you keep them
	@GOLDEN=update $(BIN)/python -m pytest -q tests/golden

lint: setup ## check format, style, types and layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

# The core is covered by its own tests, whole, while lint keeps another processor busy; then all tests,
# on every processor, and pytest speaks last.
test: setup-screen ## lint, then all tests; ARGS="-k name" for some of them
	@mkdir -p build
	@{ $(if $(ARGS),:,$(CORE)); } >build/core.txt 2>&1 & core=$$!; \
		$(MAKE) --no-print-directory lint || { wait $$core; exit 1; }; \
		wait $$core || { cat build/core.txt; exit 1; }
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

CORE := $(BIN)/coverage run -m pytest -q tests/content tests/visit && $(BIN)/coverage report \
	--include='kiosk/content/*,kiosk/visit/*' --fail-under=100 --skip-covered --show-missing

bench: setup-screen ## measure speed on a virtual display
	@$(BIN)/python packaging/bench.py $(ARGS)

bench-package: setup-screen ## measure what make package has built beside the source tree
	@$(BIN)/python packaging/bench_package.py $(ARGS)

soak: setup ## let a kiosk live through a week in minutes, and print what adds up
	@$(BIN)/python packaging/soak.py $(ARGS)

kills: setup ## kill a running kiosk 200 times, and look at what is left
	@$(BIN)/python packaging/kills.py $(ARGS)

bare: ## prove that a bare Debian 12 is enough (as root; WITH_TESTS=1 runs the tests there, too)
	@sh packaging/bare-debian.sh

package: setup ## build .deb, tar, wheel and sdist into dist/ (Debian 12; some minutes)
	@sh packaging/setup.sh python3.11-venv libpython3.11 binutils xz-utils
	@sh packaging/package.sh

package-test: ## install dist/*.deb into a clean Debian 12, boot it and remove it (as root)
	@sh packaging/setup.sh debootstrap systemd-container xvfb imagemagick procps
	@sh packaging/package_test.sh

machine-test: setup ## install dist/*.deb on a whole emulated machine, touch it and turn its screen (as root)
	@sh packaging/setup.sh debootstrap qemu-system-x86 e2fsprogs imagemagick
	@sh packaging/machine_test.sh

lock: ## make the lock files again from pyproject.toml; ARGS=--upgrade takes newer versions
	@sh packaging/lock.sh $(ARGS)

clean: ## remove everything that was made here
	rm -rf .venv build dist .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
