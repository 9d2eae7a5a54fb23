package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/article"
	"sayso/internal/treebank"
	"sayso/parse"
)

const parseSample = "PORT VALE, Norland (NP) — “We don't know,” Ana Ruiz's aide said on Dec. 3.\r\n\r\nTOLL RISES\n\nIt's 46, not 43: the US-led team can't say more…  He left.\n"

func parsed(t *testing.T, text, format string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := parseFiles(&b, []string{file}, format, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What is printed as CoNLL-U and read again has the same words, sentences and paragraphs.
func TestParseCoNLLURoundTrip(t *testing.T) {
	for _, text := range []string{parseSample, "one", "a b c\n\n'tis 5pm\tgonna"} {
		docs, err := treebank.Read(strings.NewReader(parsed(t, text, "conllu")))
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, d := range docs {
			for _, s := range d.Sentences {
				for _, w := range s.Words {
					got = append(got, mark(w.Joined)+w.Form)
				}
			}
		}
		d := parse.Article(&article.Article{Text: text})
		for i := range d.Tokens {
			want = append(want, mark(d.Tokens[i].Joined)+strings.ToValidUTF8(d.Word(int32(i)), "\ufffd"))
		}
		if g, w := strings.Join(got, " "), strings.Join(want, " "); g != w {
			t.Errorf("%q\n got %s\nwant %s", text, g, w)
		}
	}
}

func mark(joined bool) string {
	if joined {
		return "+"
	}
	return ""
}

func TestParseCoNLLULines(t *testing.T) {
	out := parsed(t, parseSample, "conllu")
	for _, want := range []string{"# newdoc id = ", "# newpar\n", "# sent_id = 1\n", "# text = PORT VALE, Norland", "\tdon't\t_\t_", "\tSpaceAfter=No\n", "# text = TOLL RISES\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// The tree for people fits a terminal and, in a pipe, has no escape sequences.
func TestParseTree(t *testing.T) {
	out := parsed(t, parseSample+strings.Repeat("Donaudampfschifffahrt", 9)+" "+strings.Repeat("so they said that he said that ", 20)+"it was.", "tree")
	for _, l := range strings.Split(out, "\n") {
		if n := len([]rune(l)); n > 80 {
			t.Errorf("%d columns: %s", n, l)
		}
	}
	if strings.Contains(out, "\x1b") {
		t.Error("escape sequences in a pipe")
	}
}

func TestParseUnknownFormat(t *testing.T) {
	if err := parseFiles(&bytes.Buffer{}, nil, "xml", nil); err == nil || !strings.Contains(err.Error(), "conllu") {
		t.Error(err)
	}
}
