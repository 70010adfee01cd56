# make run: the demonstration on an embedded SQLite. make test: every test. Both set up what they need.

VENV := .venv
BIN := $(VENV)/bin
DEMO := sqlite:///var/demo.db
PORT ?= 8501
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test check attack bench lock clean

run: var/demo.db
	$(BIN)/qcdc --database $(DEMO) init
	$(BIN)/qcdc --database $(DEMO) serve --port $(PORT)

# Built beside and renamed at the end: a load that was interrupted leaves nothing behind.
var/demo.db: | $(VENV)/.run
	rm -rf var/making && mkdir -p var/making
	$(BIN)/qcdc --database sqlite:///var/making/demo.db init --demo
	mv var/making/demo.db* var/ && rm -rf var/making

# In the order of the files: the browser's, which take longest, are not left for the end.
test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.test
	$(BIN)/coverage run -m pytest tests/scoring tests/test_engine_equals_oracle.py tests/test_oracle.py
	$(BIN)/coverage report --show-missing

# The long attacks; make test runs a seeded part of them.
attack: $(VENV)/.test
	QCDC_ATTACK=1 $(BIN)/pytest tests/hostile tests/data_access/test_fifty_clerks.py \
		tests/data_access/test_states_of_every_day.py tests/scoring/test_laws.py \
		tests/test_engine_equals_oracle.py -n 2

bench: $(VENV)/.test
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/returns.py
	$(BIN)/python benchmarks/scoring.py
	$(BIN)/python -m benchmarks.obligations

lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		pyproject.toml --extra build -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		pyproject.toml --extra build --extra test -o requirements-test.lock

$(VENV)/bin/python:
	python3 -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: requirements-test.lock pyproject.toml | $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

clean:
	rm -rf $(VENV) var build *.egg-info
