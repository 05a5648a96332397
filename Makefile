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
	@echo "The programme is $(MERIDIAN)"

# The main job: PHOTOS=folder adds that folder; without it, an invented trip of sample photographs.
# It ends in the web app, at PORT (8080 where left out); SERVE=no stops before.
run:
	@PHOTOS="$(PHOTOS)" LIBRARY="$(LIBRARY)" SERVE="$(SERVE)" PORT="$(PORT)" scripts/run.sh

# Debug build: tests run the programme itself, too; at last in a browser.
test:
	@scripts/setup.sh --tests
	swift build --build-tests
	swift test --skip-build --disable-xctest $(TEST_ARGUMENTS)
	@scripts/check-site.sh test
	@scripts/browser-tests.sh

# The tests in a browser alone; BROWSER_ARGUMENTS="-k axe" for some of them.
browser-tests:
	@scripts/setup.sh --tests
	swift build
	@scripts/browser-tests.sh $(BROWSER_ARGUMENTS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Site/SiteFiles.swift
	@scripts/check-site.sh check lint format-check

format:
	swift format --in-place --recursive Package.swift Sources Tests Site/SiteFiles.swift
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
	swift build -c release --product query-fuzz
	.build/release/query-fuzz $(if $(INPUTS),--inputs $(INPUTS))

# The documentation is plain Markdown; this checks that its links lead somewhere.
docs:
	@scripts/check-links.sh

clean:
	rm -rf .build
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
