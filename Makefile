# `make` lists the targets. Each does its own set-up and returns non-zero when something it checks fails.
SHELL := /bin/bash
.DEFAULT_GOAL := help
NODE := node_modules/.bin/node
VITEST := $(NODE) node_modules/vitest/vitest.mjs run
BIOME := node_modules/.bin/biome
DATA ?= ../shared/data
TRAINING ?= out/training
SECONDS_OF_DEMO ?= 60
HOURS ?= 72
MINUTES ?= 10
CUTS ?= 10000
KILLS ?= 200
RUNS ?= 10000000

.PHONY: help setup demo test check fix bench bench-peers proto documents native-asan native-neon tfjs-node drawn-plates soak hil hil-short fuzz powercut deb deb-reproducible models clean

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: node_modules/.installed native/build/.built ## installs the pinned Node 24 and the packages, builds the addon

node_modules/.installed: package-lock.json package.json scripts/setup.sh
	@scripts/setup.sh
	@touch $@

native/build/.built: node_modules/.installed $(shell find native -path native/build -prune -o -type f \( -name '*.cc' -o -name '*.h' -o -name '*.gyp' \) -print)
	@echo 'Building the native addon (about half a minute) …'
	@native/build.sh
	@touch $@

demo: setup ## runs the whole unit against the simulated street for a minute
	@npm run -s platekeeper -- simulate --scenario rush-hour --seconds $(SECONDS_OF_DEMO) --demo

test: setup ## runs every test
	@scripts/need.sh mosquitto openssl ffmpeg protoc systemd-analyze swtpm tpm2_create
	@$(VITEST)

check: setup ## what CI runs: format, lint, types, generated files, tidiness
	@$(BIOME) ci --colors=off --error-on-warnings .
	@$(NODE) node_modules/typescript/bin/tsc --noEmit
	@npm run -s platekeeper -- documents --check
	@$(VITEST) test/tidy.test.ts test/domain test/config test/doctor test/hw/boards.test.ts test/proto/generated.test.ts test/native/texts.test.ts test/pipeline/{interpret,peaks,vote,track,capture}.test.ts

fix: setup ## formats, and mends what the linter can
	@$(BIOME) check --write .

bench: setup ## times every stage and kernel against this machine's own limits
	@npm run -s platekeeper -- bench

bench-peers: setup test/bench/peers/node_modules/.installed ## installs onnxruntime-node beside (300 MB) and times the networks against it
	@npm run -s platekeeper -- bench --only network

# The package holds what runs on the processor; its own script would fetch the libraries for graphics cards.
test/bench/peers/node_modules/.installed: test/bench/peers/package-lock.json
	@cd test/bench/peers && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

proto: setup ## generates proto/generated
	@proto/generate.sh

documents: setup ## prints the documents that are made from the code
	@npm run -s platekeeper -- documents

native-asan: setup ## runs the native tests with AddressSanitizer and UndefinedBehaviorSanitizer
	@native/asan.sh

native-neon: setup ## cross-builds the addon for arm64 and runs its parity tests under qemu
	@native/neon.sh

tfjs-node: setup ## builds tfjs-node where its installer can not fetch (200 MB), and runs the backend suite on it
	@scripts/tfjs-node.sh
	@NEED_BACKEND=tfjs-node $(VITEST) test/inference/{backends,bad-models}.test.ts test/models/parity.test.ts

drawn-plates: setup ## the training's tests that need no PyTorch: data, drawn plates and their designs, views, the gate's fit
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --upgrade --target out/python $$(grep -E '^(numpy|opencv|pillow)' models/train/requirements.txt)
	@cd models/train && PYTHONPATH=../../out/python python3 -m unittest --quiet test_data test_gate test_plates test_views

soak: setup ## the long runs: simulated days, an outage of days (HOURS=72), 1080p at 30 frames a second (MINUTES=10)
	@scripts/need.sh mosquitto openssl
	@$(NODE) --expose-gc test/bench/days.ts --hours $(HOURS)
	@$(NODE) --expose-gc --max-semi-space-size=4 --optimize-for-size test/outage/outage.ts --hours $(HOURS)
	@$(NODE) test/bench/endurance.ts --minutes $(MINUTES)

hil: setup ## runs the tests that need real devices, on a Debian kernel's simulated ones under QEMU
	@$(NODE) test/hil/main.ts

hil-short: setup ## the part of it that CI runs, in two boots: lines by both adapters, the sequencer and its strobe, and what is timed
	@$(NODE) test/hil/main.ts gpiochip onoff sequencer counted

fuzz: setup ## gives every parser that meets foreign bytes what it was not made for (RUNS=10000000 each)
	@$(NODE) test/fuzz/main.ts --runs $(RUNS)

powercut: setup ## cuts the power of a unit's disk at every place and kills whole units (CUTS=10000 KILLS=200)
	@scripts/need.sh mosquitto openssl
	@$(NODE) test/powercut/main.ts --cuts $(CUTS) --kills $(KILLS)

deb: setup ## builds the Debian packages for amd64 and arm64 into out/package, and tries each in a clean root
	@hw/package/build.sh amd64
	@hw/package/build.sh arm64
	@hw/package/try.sh out/package/platekeeper_*_amd64.deb
	@hw/package/try.sh out/package/platekeeper_*_arm64.deb

deb-reproducible: setup ## builds the last commit's packages twice, in different places, and compares the bytes
	@hw/package/reproducible.sh amd64
	@hw/package/reproducible.sh arm64

models: setup ## trains detector and reader (resumable; DATA=folder, TRAINING=folder for checkpoints)
	@models/train/run.sh "$(DATA)" "$(TRAINING)"

clean: ## removes what was built
	rm -rf native/build node_modules/.installed out
