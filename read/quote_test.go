package read

import (
	"testing"

	"sayso/article"
	"sayso/parse"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`"Yes," said Hugh Hill.`, []string{`"Yes,"`}},
		{`“Yes,” he said. “No.”`, []string{`“Yes,”`, `“No.”`}},
		{`''Yes,'' he said. ''No, it's the officials' plan.''`, []string{`''Yes,''`, `''No, it's the officials' plan.''`}},
		{`The 6'2" mayor said no.`, nil},
		{`He said: "We go on.`, []string{`"We go on.`}},
		{"“One.\n“Two.”", []string{`“One.`, `“Two.”`}},
		{`“She told me ‘stop’ twice,” he said.`, []string{`“She told me ‘stop’ twice,”`, `‘stop’`}},
		{`‘We won’t go,’ said the officials’ leader.`, []string{`‘We won’t go,’`}},
		{`An odd mark" stands here, she said. "Fine."`, []string{`"Fine."`}},
	} {
		d := parse.Article(&article.Article{Text: c.text})
		var got []string
		for _, q := range quotations(d) {
			got = append(got, q.Text(c.text))
		}
		if !equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
