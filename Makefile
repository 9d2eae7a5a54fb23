# What can be done here, shortest first: make run, make test, make check, make bench, make eval.

GO := CGO_ENABLED=0 go

.PHONY: build run test check bench eval

# One static binary.
build:
	$(GO) build -trimpath -ldflags='-s -w' -o sayso ./cmd/sayso

# The sample story in a ledger of its own, as pages on this machine.
run: build
	@mkdir -p out
	./sayso sample | ./sayso add -q --ledger out/sample.db -
	./sayso serve --ledger out/sample.db

# All tests; those of the pages need a chromium, and say so where there is none.
test:
	$(GO) test ./...
	cd e2e && $(GO) test -count=1 ./...

# Form, vet and tests: what a change must pass.
check:
	@bad=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$bad" ] || { echo "gofmt: $$bad"; exit 1; }
	$(GO) vet ./...
	$(GO) test ./...

# Words read a second on one core; reports added a second on all, memory for 1,000, start-up time.
bench:
	$(GO) test -run '^$$' -bench '^BenchmarkRead$$' -cpu 1 .
	$(GO) test -run '^$$' -bench 'Add|Start' -benchtime 3x ./cmd/sayso

# Scores every stage on the corpora in CORPORA and refuses scores below their floors.
eval:
	go run ./internal/eval/cmd -corpora $(CORPORA)
