# What can be done here, shortest first: make run, make test, make check, make bench, make eval,
# make train.

GO := CGO_ENABLED=0 go

.PHONY: build run test faults check bench eval scale train corpora

# One static binary.
build:
	$(GO) build -trimpath -ldflags='-s -w' -o sayso ./cmd/sayso

# The sample story in a ledger of its own, as pages on this machine.
run: build
	@mkdir -p out
	./sayso sample | ./sayso add -q --ledger out/sample.db -
	./sayso serve --ledger out/sample.db

# All tests; those of the pages need a chromium, those of PostgreSQL its programs, and say so where there is none.
test:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || echo "SKIPPED: ledgers in PostgreSQL; none is installed (Debian: apt-get install postgresql)"
	$(GO) test ./...
	cd e2e && $(GO) test -count=1 ./...

# Kills workers, the watcher, who takes in, and the database at random moments, KILLS times on each engine; make test does
# it 10 times. KILLS=1000 takes about half an hour.
KILLS = 200
faults:
	$(GO) test ./cmd/sayso -count=1 -timeout 2h -run '^TestFaults$$' -v -args -kills $(KILLS)

# Form, vet and tests: what a change must pass.
check:
	@bad=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$bad" ] || { echo "gofmt: $$bad"; exit 1; }
	$(GO) vet ./...
	$(GO) test ./...

# Words read a second on one core, with parsing and without; reports added a second on all, memory for 1,000, start-up time.
bench:
	$(GO) test -run '^$$' -bench '^BenchmarkRead(Parsed)?$$' -cpu 1 .
	$(GO) test -run '^$$' -bench '^BenchmarkArticle$$' -cpu 1 ./parse
	$(GO) test -run '^$$' -bench 'Add|Start' -benchtime 3x ./cmd/sayso

# Those that measure and train need the corpora, which are not part of sayso (README.md, under its licence, tells which).
corpora:
	@[ -n "$(CORPORA)" ] || { echo "say where the corpora are: make $(MAKECMDGOALS) CORPORA=DIRECTORY"; exit 1; }
	@[ -d "$(CORPORA)" ] || { echo "no directory $(CORPORA): make $(MAKECMDGOALS) CORPORA=DIRECTORY"; exit 1; }

# Scores every stage on the corpora in CORPORA and refuses scores below their floors.
eval: corpora
	go run ./internal/eval/cmd -corpora $(CORPORA)
	go run ./internal/eval/across -corpora $(CORPORA) stories copies revisions incidents events pairs claims claim-pairs

# The cost of a report against the size of the ledger, printed and drawn.
scale: corpora
	go run ./internal/eval/across -corpora $(CORPORA) -plot docs/across-reports-cost.svg scale

# Learns every embedded model again from the corpora in CORPORA, each with those before it in place (see
# docs/language-core.md); MODELS names fewer. Only one core is used.
MODELS = sentence lemma syntax cluster gazetteer name statements events certainty count
train: corpora
	@for m in $(MODELS); do echo $$m; $(GO) run ./internal/train -corpora $(CORPORA) $$m || exit 1; done
