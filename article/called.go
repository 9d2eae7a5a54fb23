package article

import "strings"

// calledMost is the most bytes of a headline that stand for its report.
const calledMost = 48

// Called is what a person calls the report by: its outlet; where that is not known its headline, shortened at a word; else its day. An id
// that is made of the text tells nobody anything ("4 killed, says fdafcc77d5aa640d").
func (a *Article) Called() string {
	switch day, dated := a.PublishedDay(); {
	case a.Outlet != "":
		return a.Outlet
	case strings.TrimSpace(a.Title) != "":
		return "“" + shortened(strings.Join(strings.Fields(a.Title), " ")) + "”"
	case dated:
		return "an untitled report of " + day.Format("2006-01-02")
	}
	return "an untitled report"
}

// shortened is s up to a word's end, with an ellipsis where something is left out.
func shortened(s string) string {
	if len(s) <= calledMost {
		return s
	}
	end := strings.LastIndexByte(s[:calledMost+1], ' ')
	if end < calledMost/2 { // one long word: cut within it, at a rune
		for end = calledMost; end > 0 && s[end]&0xc0 == 0x80; end-- {
		}
	}
	return strings.TrimRight(s[:end], " ,;:–—-") + "…"
}
