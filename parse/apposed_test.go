package parse

import (
	"testing"

	"sayso/article"
)

// TestApposedSubject: the first phrase is the subject, what stands between commas is said of it, and a past behind a name is the sentence's second verb.
func TestApposedSubject(t *testing.T) {
	for _, c := range []struct{ text, subject, joined string }{
		{"The board of the club, the company behind the cup, on Friday fired its chief executive, Ruut Halm, and named Oda Brenn.", "board", "named"},
		{"The board on Friday fired its chief executive, Ruut Halm, and named finance chief Oda Brenn as interim head.", "board", "named"},
		{"Last week, the company behind the cup fired its chief.", "company", ""},
		{"The mayor of Vale, a former judge, resigned on Monday.", "mayor", ""},
	} {
		d := Article(&article.Article{Text: c.text})
		root := d.Sentences[0].Root
		if s := d.Child(root, Nsubj); s < 0 || d.Word(s) != c.subject {
			t.Errorf("%s: subject %d, want %s", c.text, s, c.subject)
		}
		if c.joined == "" {
			continue
		}
		found := false
		for i := range d.Tokens {
			found = found || d.Word(int32(i)) == c.joined && d.Tokens[i].Label == Conj && d.Tokens[i].UPOS == VERB
		}
		if !found {
			t.Errorf("%s: %s is not joined to the verb", c.text, c.joined)
		}
	}
}

func TestTwoSubjects(t *testing.T) {
	for text, object := range map[string]string{
		"The ministry is weighing a ban on barges, a source said.": "ban",
		"The gates are open, a clerk said.":                        "",
	} {
		d := Article(&article.Article{Text: text})
		o := d.Child(d.Sentences[0].Root, Obj)
		if (o >= 0) != (object != "") || o >= 0 && d.Word(o) != object {
			t.Errorf("%s: object %d, want %q", text, o, object)
		}
	}
}
