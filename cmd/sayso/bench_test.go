package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sayso/sample"
)

// sampleReports is a file of n reports of usual length: the sample story's, with addresses and
// numbers of their own.
func sampleReports(b *testing.B, n int) string {
	b.Helper()
	var out bytes.Buffer
	lines := bytes.Split(bytes.TrimSpace(sample.Story), []byte("\n"))
	for i := range n {
		var r map[string]any
		if err := json.Unmarshal(lines[i%len(lines)], &r); err != nil {
			b.Fatal(err)
		}
		r["url"] = fmt.Sprintf("%s/%d", r["url"], i)
		r["text"] = strings.ReplaceAll(r["text"].(string), "Monday", fmt.Sprintf("Monday the %d", 1+i%28))
		l, err := json.Marshal(r)
		if err != nil {
			b.Fatal(err)
		}
		out.Write(append(l, '\n'))
	}
	path := filepath.Join(b.TempDir(), "reports.jsonl")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkAdd puts reports into a new ledger, reading them on all cores.
func BenchmarkAdd(b *testing.B) {
	const n = 280
	reports := sampleReports(b, n)
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		if code := run([]string{"add", "-q", "--ledger", filepath.Join(dir, fmt.Sprint(i, ".db")), reports}, nil, io.Discard, io.Discard); code != 0 {
			b.Fatal("exit code", code)
		}
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkAddMemory measures the memory of a process that adds 1,000 reports.
func BenchmarkAddMemory(b *testing.B) {
	reports := sampleReports(b, 1000)
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		c := exec.Command("sayso", "add", "-q", "--ledger", filepath.Join(dir, fmt.Sprint(i, ".db")), reports)
		if err := c.Run(); err != nil {
			b.Fatal(err)
		}
		// Linux counts in KiB (getrusage(2)).
		b.ReportMetric(float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024, "peak-MiB")
	}
}

// BenchmarkStart measures the shortest command from start to end.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if err := exec.Command("sayso", "version").Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Millisecond)/float64(b.N), "ms/start")
}
