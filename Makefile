# make demo   sets everything up in .venv and traces the story that ships with the program
# make test   sets everything up and passes all tests
# make lint   types, style and layers alone
# make docs   the manual, in docs/_build
# make clean  takes away what these made

PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test lint docs clean
.DEFAULT_GOAL := demo

demo: .venv/run
	$(BIN)/whence demo

test: lint
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/dev
	$(BIN)/sphinx-build -q docs docs/_build

.venv/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

clean:
	rm -rf .venv dist docs/_build
