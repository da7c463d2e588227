# make demo              build, merge four lists of four organisations, show the roll
# make test              run all tests
# make test-without-icu  run the tests that need no ICU on the package built without it
# make build             build the command, .build/release/dizim
# make quality           measure the answers beside the committed figures; the worst errors go to out/errors
#                        (TASKS="dedupe historical", LIMIT=300, HALF=0)
# make docs              write the library's documentation to out/docs
# make format            lay out the Swift files
# make tables            learn the alignment costs again from corpora/public and corpora/training
# make clean             remove what was built

dizim = .build/release/dizim
LIMIT = 1500

.PHONY: demo test test-without-icu build quality prerequisites docs format tables clean

demo: build
	@sh scripts/demo.sh $(dizim)

test: prerequisites
	@sh scripts/test.sh
	@sh scripts/consumer.sh --disable-default-traits

build: prerequisites
	swift build -c release --product dizim

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

# Without the trait ICU nothing of ICU is needed; the tests that need none have to pass.
test-without-icu:
	@sh scripts/test.sh --disable-default-traits --scratch-path .build/without-icu

clean:
	rm -rf .build out
