# Each target makes the environment it needs; nothing but Python 3.11+ and make is expected.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
REAL   := $(or $(OFFAGENDA_REAL),../shared/real)
# The first `make test` on a machine spends most of its time in the installer, so two workers is enough.
WORKERS ?= 2

.PHONY: help install demo test lint evaluate bench lock clean
help:
	@echo "make demo      a fictional county, ten weeks, one report (offline once installed)"
	@echo "make install   the command at $(BIN)/offagenda"
	@echo "make test lint evaluate bench"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; set PYTHON=python3.11")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python was installed without venv: on Debian, apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The build backend is in the lock as well, so that the second line fetches nothing unhashed.
$(VENV)/.run: $(BIN)/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.run

demo: install
	$(BIN)/offagenda demo --dir demo-county

test: $(VENV)/.dev
	OFFAGENDA_REAL="$(REAL)" $(BIN)/pytest -n $(WORKERS) --dist loadgroup

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(VENV)/.dev
	OFFAGENDA_REAL="$(REAL)" $(BIN)/python -P -m tests.evaluate

bench: $(VENV)/.dev
	OFFAGENDA_REAL="$(REAL)" $(BIN)/python -P -m tests.bench

lock:
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --group build --generate-hashes --no-header -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --group build --group dev --generate-hashes --no-header -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo-county build dist
