package fetch

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// A Subscription is one feed in an OPML file.
type Subscription struct {
	Address string
	Title   string
	Kind    string // "", Sitemap or Web; all other feeds tell their kind themselves
}

// maxSubscriptions is how many feeds one OPML file may list.
const maxSubscriptions = 20_000

// ReadOPML is the feeds that an OPML file lists (http://opml.org/spec2.opml), whatever folders they
// lie in, each once.
func ReadOPML(r io.Reader) ([]Subscription, error) {
	limited := &io.LimitedReader{R: r, N: MaxFeed + 1}
	raw, err := io.ReadAll(limited)
	if err != nil {
		return nil, err
	}
	if len(raw) > MaxFeed {
		return nil, fmt.Errorf("%w of %d bytes", ErrTooLarge, MaxFeed)
	}
	b, err := utf8Text(raw, "")
	if err != nil {
		return nil, err
	}
	if rootOf(b) != "opml" {
		return nil, errors.New("not an OPML file")
	}
	d := xml.NewDecoder(strings.NewReader(string(b)))
	d.Strict = false
	var out []Subscription
	seen := map[string]bool{}
	for depth := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("not an OPML file: %w", err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if strings.Contains(string(t), "ENTITY") {
				return nil, ErrEntities
			}
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return nil, fmt.Errorf("%w: more than %d levels", ErrNesting, maxDepth)
			}
			s := subscription(t)
			if s.Address == "" || seen[s.Address] {
				continue
			}
			seen[s.Address] = true
			if out = append(out, s); len(out) > maxSubscriptions {
				return nil, ErrEntries
			}
		}
	}
}

// subscription is the feed that an outline names; without an address where it names none.
func subscription(t xml.StartElement) (s Subscription) {
	if t.Name.Local != "outline" {
		return s
	}
	for _, a := range t.Attr {
		switch strings.ToLower(a.Name.Local) {
		case "xmlurl":
			s.Address = resolved(&url.URL{}, a.Value)
		case "title":
			s.Title = oneLine(a.Value)
		case "text":
			if s.Title == "" {
				s.Title = oneLine(a.Value)
			}
		case "type":
			if a.Value == Sitemap || a.Value == Web {
				s.Kind = a.Value
			}
		}
	}
	return s
}

type opml struct {
	XMLName  xml.Name  `xml:"opml"`
	Version  string    `xml:"version,attr"`
	Title    string    `xml:"head>title"`
	Outlines []outline `xml:"body>outline"`
}

type outline struct {
	Text    string `xml:"text,attr"`
	Title   string `xml:"title,attr"`
	Type    string `xml:"type,attr"`
	Address string `xml:"xmlUrl,attr"`
}

// WriteOPML writes feeds as OPML 2.0, which ReadOPML reads back.
func WriteOPML(w io.Writer, title string, ss []Subscription) error {
	file := opml{Version: "2.0", Title: title}
	for _, s := range ss {
		file.Outlines = append(file.Outlines, outline{or(s.Title, s.Address), s.Title, or(s.Kind, RSS), s.Address})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(file); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
