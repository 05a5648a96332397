# Two commands: `make run` and `make test`. Each installs what it needs first.

PHOTOS ?=
LIBRARY ?= $(if $(PHOTOS),$(or $(MERIDIAN_LIBRARY),$(HOME)/Meridian),$(CURDIR)/.deps/sample-library)
MERIDIAN = .build/release/meridian

.PHONY: all run test build lint format bench bench-search fuzz docs setup clean

all: lint test

setup:
	@scripts/setup.sh

build: setup
	swift build -c release --product meridian
	@echo "The programme is $(MERIDIAN)"

# The main job: PHOTOS=folder adds that folder; without it, an invented trip of sample photographs.
run:
	@PHOTOS="$(PHOTOS)" LIBRARY="$(LIBRARY)" scripts/run.sh

# Debug build: tests run the programme itself, too.
test: setup
	swift build --build-tests
	swift test --skip-build --disable-xctest $(TEST_ARGUMENTS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# The import against its two limits; PHOTOS=folder measures with your own.
bench: build
	@scripts/bench.sh "$(PHOTOS)"

# Finding among invented photos: the index beside plain SQLite and pandas. COUNTS="10000 1000000"
bench-search: setup
	@scripts/bench-search.sh $(COUNTS)

# Ten million random texts for the query parser; INPUTS=number for more or fewer.
fuzz:
	swift build -c release --product query-fuzz
	.build/release/query-fuzz $(if $(INPUTS),--inputs $(INPUTS))

# The documentation is plain Markdown; this checks that its links lead somewhere.
docs:
	@scripts/check-links.sh

clean:
	rm -rf .build
	@echo "Kept .deps (runtime and networks); remove it to install them again."
