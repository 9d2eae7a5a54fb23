build:
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o sayso ./cmd/sayso

test:
	go test ./...

# Scores every stage on the corpora in CORPORA and refuses scores below their floors.
eval:
	go run ./internal/eval/cmd -corpora $(CORPORA)
