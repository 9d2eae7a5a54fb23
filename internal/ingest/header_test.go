package ingest

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"sayso/internal/store"
)

func TestHeader(t *testing.T) {
	const body = "A crane fell on a barge in Tarnholm.\n\nFour people died.\n"
	for _, c := range []struct{ name, text, want string }{
		{"all", "Title: Crane falls\nPublished: 2031-04-03T10:00:00Z\nOutlet: Coast Wire\nAuthor: By Ida Orr; Sam Lund\nURL: https://example.com/n/1\nLanguage: en\n\n" + body,
			"Crane falls|2031-04-03T10:00:00Z|Coast Wire||[Ida Orr Sam Lund]|https://example.com/n/1|A crane"},
		{"date in words", "HEADLINE: Crane falls\r\nDate: Thursday, April 3, 2031\r\nPublisher: Coast Wire\r\n\r\n" + body, "Crane falls|2031-04-03|Coast Wire||[]||A crane"},
		{"byte order mark, no-break spaces, wide colon", "\ufeff\n Title\u00a0:\u00a0Crane falls\n\u00a0Source：Coast Wire\n\u00a0\n\n" + body, "Crane falls||Coast Wire||[]||A crane"},
		{"UTF-16", utf16("Title: Crâne falls\nSource: Coast Wire\n\n" + body), "Crâne falls||Coast Wire||[]||A crane"},
		{"windows-1252", "Title: Cr\xe2ne falls\nSource: Coast Wire\n\n" + body, "Crâne falls||Coast Wire||[]||A crane"},
		{"source is an address", "Title: Crane falls\nSource: https://example.com/n/1\n\n" + body, "Crane falls||||[]|https://example.com/n/1|A crane"},
		{"source beside an outlet", "Title: Crane falls\nOutlet: Coast Wire\nSource: EW\n\n" + body, "Crane falls||Coast Wire|EW|[]||A crane"},
		{"fenced", "---\ntitle: \"Crane falls: four dead\"\ndate: 2031-04-03\ntags: ports\n---\n\n" + body, "Crane falls: four dead|2031-04-03|||[]||A crane"},
		{"no title", "Date: 2031-04-03\nOutlet: Coast Wire\n\nCrane falls on barge\n\n" + body, "Crane falls on barge|2031-04-03|Coast Wire||[]||Crane fa"},
		{"numbers that may mean two days", "Title: Crane falls\nDate: 03/04/2031\n\n" + body, "Crane falls|03/04/2031|||[]||A crane"},
		{"one line is text", "Source: Coast Wire\n\n" + body, "Source: Coast Wire||||[]||Source: "},
		{"only a title is text", "Title: Crane falls\nTags: ports\n\n" + body, "||||[]||Title: "},
		{"another name among them", "Title: Crane falls\nPolice: four dead\nDate: 2031-04-03\n\n" + body, "||||[]||Title: "},
		{"nothing between it and the text", "Title: Crane falls\nDate: 2031-04-03\n" + body, "||||[]||Title: "},
		{"a name twice", "Title: Crane falls\nDate: 2031-04-03\nDate: 2031-04-04\n\n" + body, "||||[]||Title: "},
		{"nothing below", "Title: Crane falls\nDate: 2031-04-03\n\n \n", "||||[]||Title: "},
		{"not at the beginning", body + "\nTitle: Crane falls\nDate: 2031-04-03\n\nMore.\n", "A crane fell|"},
	} {
		a, err := Decode(&store.Intake{Origin: "x.txt", Media: Text, Bytes: []byte(c.text)})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := fmt.Sprintf("%s|%s|%s|%s|%v|%s|%.8s", a.Title, a.Published, a.Outlet, a.Credit, a.Authors, a.URL, a.Text)
		if c.name == "not at the beginning" {
			got, c.want = a.Text, c.text
		}
		if len(c.want) > len(got) || got[:len(c.want)] != c.want {
			t.Errorf("%s: got  %q\nwant %q", c.name, got, c.want)
		}
	}
}

// utf16 is s in UTF-16, with its mark.
func utf16(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

func FuzzHeader(f *testing.F) {
	f.Add("Title: a\nDate: 2031-04-03\n\nb c d")
	f.Add("---\ntitle: \"\ndate: '\n---\nx")
	f.Fuzz(func(t *testing.T, text string) {
		fields, rest := header(text)
		if len(rest) > len(text) || text[len(text)-len(rest):] != rest {
			t.Fatalf("%q is no end of %q", rest, text)
		}
		for _, v := range fields {
			if utf8.ValidString(text) && !utf8.ValidString(v) {
				t.Fatalf("%q cut within a character", v)
			}
		}
	})
}
