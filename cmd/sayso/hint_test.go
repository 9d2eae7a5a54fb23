package main

import (
	"net"
	"strings"
	"testing"
)

func TestHintForPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, err = net.Listen("tcp", l.Addr().String())
	if got := hint(err); !strings.Contains(got, "--listen") {
		t.Errorf("hint(%v) = %q", err, got)
	}
}
