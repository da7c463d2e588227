# make demo              build, merge four lists of four organisations, show the roll
# make test              run all tests
# make test-without-icu  run the tests that need no ICU on the package built without it
# make encodings         read the whole set of generated lists; the table of the README
# make build             build the command, .build/release/dizim
# make quality           measure the answers beside the committed figures; the worst errors go to out/errors
#                        (TASKS="dedupe historical", LIMIT=300, HALF=0)
# make docs              write the library's documentation to out/docs
# make format            lay out the Swift files
# make tables            learn alignment costs and letter pairs again
# make faults            let calls of the system fail one at a time, and look whether anything is lost
# make torture FOLDER=…  run the command over a folder of hostile files, within limits
# make fuzz              feed every reader and scorer noise for 20 s each
# make sanitize          run the tests under AddressSanitizer and ThreadSanitizer
# make bench             time the kernels and stages, beside the peers' figures of the last run with them
# make bench-peers       build the peers (PyPI), and time them and Dizim on the same lists: kernels and stages, then
#                        whole lists (ROWS="10000 100000"; with 1000000 twenty minutes more)
# make bench-growth      how cost grows with the rows of a list, and the worst lists (ROWS="10000 100000")
# make normalization FILE=…  check form C by Unicode's NormalizationTest.txt
# make openpyxl          read a workbook of ours with openpyxl (PyPI)
# make clean             remove what was built

dizim = .build/release/dizim
LIMIT = 1500

.PHONY: demo test test-without-icu encodings build quality prerequisites docs format tables clean \
  faults torture fuzz sanitize normalization openpyxl bench bench-peers bench-growth bench-lists

demo: build
	@sh scripts/demo.sh $(dizim)

test: prerequisites
	@sh scripts/test.sh
	@sh scripts/consumer.sh --disable-default-traits

build: prerequisites
	swift build -c release --product dizim --static-swift-stdlib -Xswiftc -use-ld=lld

prerequisites:
	@sh scripts/install-prerequisites.sh

quality: build
	python3 scripts/quality.py $(TASKS) --limit $(LIMIT) $(if $(HALF),--half $(HALF))

docs: prerequisites
	@sh scripts/docs.sh

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# The tables are embedded, so a build that follows has the new costs.
tables: build
	$(dizim) train alignment corpora/public/aliases-rigour-nametokens.tsv \
	  --names corpora/training/names.tsv -o Sources/CNameTables/tables/alignment.tsv
	$(dizim) train letters corpora/public/aliases-rigour-nametokens.tsv \
	  corpora/public/aliases-places-geonames.tsv Sources/CNameTables/tables/given-names.tsv \
	  Sources/CNameTables/tables/name-equivalents.tsv --names corpora/training/names.tsv \
	  -o Sources/CNameTables/tables/letter-pairs.tsv

# Without the trait ICU nothing of ICU is needed; the tests that need none have to pass.
test-without-icu:
	@sh scripts/test.sh --disable-default-traits --scratch-path .build/without-icu

# Every encoding, delimiter, quoting and language; `make test` reads a sample of the same set.
encodings: prerequisites
	DIZIM_GENERATED=full sh scripts/test.sh --filter GeneratedListTests

faults: build
	@command -v strace >/dev/null || { echo "strace is needed: apt-get install strace" >&2; exit 1; }
	@python3 scripts/faults.py $(dizim)

torture: build
	@python3 scripts/torture.py "$(FOLDER)" $(dizim)

fuzz: prerequisites
	@sh scripts/fuzz.sh 20

sanitize: prerequisites
	@sh scripts/sanitize.sh

normalization: prerequisites
	DIZIM_NORMALIZATION_TEST="$(abspath $(FILE))" sh scripts/test.sh --filter NormalizationTests

openpyxl: build
	@mkdir -p out
	@$(dizim) merge corpora/demo/*.csv corpora/demo/dizim-kaa.tsv -o out/roll.csv --rows out/rows.csv
	@$(dizim) merge corpora/demo/*.csv corpora/demo/dizim-kaa.tsv -o out/roll.xlsx --rows out/rows.xlsx
	@for table in roll rows; do python3 scripts/openpyxl-check.py out/$$table.csv out/$$table.xlsx; done

bench-lists: prerequisites
	@sh Benchmarks/lists.sh out/bench
	swift build -c release --package-path Benchmarks --scratch-path .build/benchmarks

bench: bench-lists
	@python3 Benchmarks/benchmark.py own .build/benchmarks/release/DizimBenchmarks out/bench

bench-peers: build bench-lists
	@sh Benchmarks/lists.sh out/bench whole-lists
	@python3 Benchmarks/benchmark.py peers .build/benchmarks/release/DizimBenchmarks out/bench \
	  out/bench/env/bin/python
	@python3 Benchmarks/whole_lists.py $(dizim) .build/benchmarks/release/DizimBenchmarks out/bench $(ROWS)

bench-growth: build
	@sh Benchmarks/lists.sh out/bench
	@python3 Benchmarks/growth.py $(dizim) out/bench out/bench/env/bin/python $(ROWS)

clean:
	rm -rf .build out
