build:
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o sayso ./cmd/sayso

test:
	go test ./...
