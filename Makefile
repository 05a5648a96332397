# Two commands: `make run` and `make test`. Each installs what it needs first.

PHOTOS ?=
LIBRARY ?= $(if $(PHOTOS),$(or $(MERIDIAN_LIBRARY),$(HOME)/Meridian),$(CURDIR)/.deps/sample-library)
MERIDIAN = .build/release/meridian

.PHONY: all run test browser-tests build lint format bench bench-search bench-web screenshots fuzz docs setup clean

all: lint test

setup:
	@scripts/setup.sh

build: setup
	swift build -c release --product meridian
	@echo "The program is $(MERIDIAN)"

# The main job: PHOTOS=folder adds that folder; without it, an invented trip of sample photographs.
# It ends in the web app, at PORT (8080 where left out); SERVE=no stops before.
run:
	@PHOTOS="$(PHOTOS)" LIBRARY="$(LIBRARY)" SERVE="$(SERVE)" PORT="$(PORT)" scripts/run.sh

# An optimized build, since tests run the program itself, too, and train networks; at last in a browser.
# TEST_ARGUMENTS="--filter QueryTests" for some of those in Swift; BROWSER=no leaves the browser out;
# CONFIGURATION=debug tests an unoptimized build.
test:
	@scripts/setup.sh --tests
	@CONFIGURATION="$(CONFIGURATION)" BROWSER="$(BROWSER)" scripts/test.sh $(TEST_ARGUMENTS)

# The tests in a browser alone; BROWSER_ARGUMENTS="-k axe" for some of them.
browser-tests: build
	@scripts/setup.sh --tests
	swift build -c release --product sample-trip
	@MERIDIAN_BUILD=.build/release scripts/browser-tests.sh $(BROWSER_ARGUMENTS)

# One small target for each language; `make lint-c` alone looks at C alone.
LINTS = lint-swift lint-modules lint-names lint-shell lint-python lint-c lint-site lint-tests lint-changelog \
	lint-words lint-spelling
.PHONY: $(LINTS) lint-tools

lint: $(LINTS)

# What the program prints, the report and the API document, written again into Tests/*/Snapshots; and the site's
# types, which are made from that document.
.PHONY: snapshots
snapshots:
	@scripts/setup.sh --tests
	MERIDIAN_SNAPSHOTS=update CONFIGURATION="$(CONFIGURATION)" BROWSER=no scripts/test.sh --filter Snapshot
	@/usr/bin/python3 scripts/write_api_types.py
	@git status --short Tests/*/Snapshots Site/types

# The types of the API's answers for the site, from the snapshot of the API document.
.PHONY: api-types
api-types:
	@/usr/bin/python3 scripts/write_api_types.py

lint-tools:
	@scripts/install-lint-tools.sh

lint-swift:
	swift format lint --strict --recursive Package.swift Sources Benchmarks Tests Site/SiteFiles.swift

# The table of modules, Package.swift and the imports agree.
lint-modules:
	@/usr/bin/python3 scripts/check_modules.py

# Two types never share a name.
lint-names:
	@/usr/bin/python3 scripts/check_type_names.py

lint-shell: lint-tools
	@scripts/lint-shell.sh

lint-python: lint-tools
	@scripts/lint-python.sh

lint-c: lint-tools
	@scripts/lint-c.sh

# Tests are named by sentences, and those that could hang have a time limit.
lint-tests: lint-tools
	@/usr/bin/python3 scripts/lint_tests.py $$(git ls-files 'Tests/*.swift')

# The site's scripts: types, lint and format; their unit tests are part of `make test`. See Site/README.md.
lint-site:
	@scripts/check-site.sh api-types check lint format-check

# The newest version in the changelog is the program's own.
lint-changelog:
	@scripts/lint-changelog.sh

# Words that docs/glossary.md says not to use, in pages, messages, help and documents.
lint-words:
	@scripts/check-words.py

# British spelling, by hunspell.
lint-spelling:
	@scripts/install-spelling.sh
	@scripts/check-spelling.py

format: lint-tools
	swift format --in-place --recursive Package.swift Sources Benchmarks Tests Site/SiteFiles.swift
	@scripts/lint-c.sh --fix
	@scripts/check-site.sh format

# The site's scripts alone: types, lint, format and unit tests. Seconds; see Site/README.md.
.PHONY: site
site:
	@scripts/check-site.sh

# The import against its two limits, networks beside OpenVINO alone, and the training of labels beside its
# matrix products alone; PHOTOS=folder measures with your own photos, MODELS="id id" with networks that you added.
bench: build
	@MODELS="$(MODELS)" scripts/bench.sh "$(PHOTOS)"

# Finding among invented photos: the index beside plain SQLite and pandas. COUNTS="10000 1000000"
bench-search: setup
	@scripts/bench-search.sh $(COUNTS)

# The web app with invented photos: answers over HTTP, the page in a browser, many clients at once.
bench-web: setup
	@scripts/bench-web.sh

# Every page, wide and narrow, light and dark, into .deps/screenshots; three of them into docs/images.
screenshots: build
	@scripts/screenshots.sh

# Ten million random texts for the query parser; INPUTS=number for more or fewer.
fuzz:
	MERIDIAN_BENCHMARKS=1 swift build -c release --product query-fuzz
	.build/release/query-fuzz $(if $(INPUTS),--inputs $(INPUTS))

# The documentation is plain Markdown; this checks that its links lead somewhere.
docs:
	@scripts/install-debian-packages.sh
	@scripts/check-links.sh

clean:
	rm -rf .build .build-tests
	@echo "Kept .deps (runtime and networks); remove it to install them again."

# The Darknet reader beside OpenCV's; CFG=file WEIGHTS=file with your own network, PICTURES=folder.
.PHONY: check-darknet
check-darknet:
	@scripts/setup.sh --sample
	@CFG="$(CFG)" WEIGHTS="$(WEIGHTS)" PICTURES="$(PICTURES)" scripts/check-darknet.sh

# Both learners on handwritten digits, against the figures that they should reach.
.PHONY: check-learning
check-learning:
	@scripts/setup.sh
	@scripts/check-learning.sh

# Both learners on photos of people whom a package names, and on people they never saw; PAIRS=number for more or fewer.
.PHONY: check-people
check-people: build
	@PAIRS="$(PAIRS)" scripts/check-people.sh

# What `meridian evaluate` prints beside pycocotools on the same boxes; ANNOTATIONS= and BOXES= for your own.
.PHONY: check-evaluation
check-evaluation: build
	@ANNOTATIONS="$(ANNOTATIONS)" BOXES="$(BOXES)" scripts/check-evaluation.sh

# Measures the default networks and writes docs/recognition.md's figures: COCO=instances.json IMAGES=folder
# SCENES=folder, and LABELS=file where the names of the pictures do not say what they show.
.PHONY: quality
quality: build
	@COCO="$(COCO)" IMAGES="$(IMAGES)" SCENES="$(SCENES)" LABELS="$(LABELS)" scripts/quality.sh

# Classifiers in ONNX beside ONNX Runtime: VGG16 and ResNet-50 with random weights; PICTURES=folder.
.PHONY: check-onnx
check-onnx:
	@scripts/setup.sh --sample
	@PICTURES="$(PICTURES)" scripts/check-onnx.sh
