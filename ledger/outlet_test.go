package ledger

import (
	"testing"

	"sayso/article"
)

func TestCredits(t *testing.T) {
	for by, want := range map[string]string{
		"Reuters": "reuters", "AP (Associated Press)": "ap", "The Associated Press": "ap", "Ana Ruiz, Bloomberg News": "bloomberg", "By Tom Lane and Xinhua": "xinhua",
		"NBC News": "nbc news", "AFP": "afp", "Ana Ruiz": "", "Tom Reuters-Lane": "", "Vale Star staff": "", "Xinhua News Agency": "xinhua", "Reuters staff": "reuters",
	} {
		if got := creditOf(&article.Article{Authors: []string{by}, Text: "The port is closed."}); got != want {
			t.Errorf("%s: %q, want %q", by, got, want)
		}
	}
}

func TestOutletNames(t *testing.T) {
	for name, want := range map[string]string{
		"Al-Barq TV": "Al-Barq TV", "ABC News": "ABC News", "the Vale Post newspaper": "Vale Post", "Xinhua news agency": "Xinhua", "AP": "AP", "Voice of the Coast": "Voice of the Coast",
	} {
		if got := OutletLabel(outletName(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
