# make run opens the workbench on its demo; make test runs every gate. Both set up what they need.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
ARGS ?= gui --demo

.PHONY: run test lint format bench simulate screenshots lock setup setup-dev setup-bench

run: setup
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "There is no screen here. Try: xvfb-run make run, or: QT_QPA_PLATFORM=offscreen make run"; \
		exit 1; \
	fi
	@$(VENV_PYTHON) main.py $(ARGS)

test: setup-dev
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m tools.check

lint: setup-dev
	@$(VENV_PYTHON) -m tools.check --lint

format: setup-dev
	@$(VENV_PYTHON) -m ruff format .
	@$(VENV_PYTHON) -m ruff check --fix .

bench: setup-bench
	@for file in tests/bench/bench_*.py; do \
		QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m "tests.bench.$$(basename "$$file" .py)" || exit 1; \
	done

simulate: setup-dev
	@BANCADA_SIMULATED_TICKETS=20000 BANCADA_DUE_STEPS=5000 $(VENV_PYTHON) -m pytest --no-cov \
		tests/journeys/test_year.py tests/journeys/test_jobs_at_once.py

screenshots: setup
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m tools.screenshots docs/images

lock: setup-dev
	@$(VENV_PYTHON) -m tools.lock

setup:
	@$(PYTHON) -m tools.setup run

setup-dev:
	@$(PYTHON) -m tools.setup dev

setup-bench:
	@$(PYTHON) -m tools.setup bench
