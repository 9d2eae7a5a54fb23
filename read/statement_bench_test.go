package read

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// report is fictional news of about 300 words, for benchmarks.
const report = `The river plant will close in May, a union official said on Tuesday, ending months of doubt over its 900 jobs.
"No decision has been taken," Energy Minister Ana Ruiz told reporters in the capital. "We are still talking to the owners, and we hope to keep it open."
The owners, a group of three funds, declined to comment. Two people familiar with the talks said that the board had already voted, and that the announcement would come within days.
According to a report by the Example Times, the plant lost 40 million crowns last year. The paper cited an internal memo, which warned that the losses would double.
Tom Lane, who has worked at the plant since 1998, said he learned of the plan from a neighbour. “Nobody told us anything,” he said. “We read about it like everybody else.”
Ruiz has argued that the town needs new industry, while the mayor insists that the plant can be saved. The governor promised in March that no one would be left behind, but he has since refused to say how.
The company reported in January that output had risen by a fifth. It is now weighing a sale of the site, the radio reported, citing three officials.
“If they close it, the town is finished,” said Ida Orr, a baker, adding that half of her customers worked there.
Critics accuse the ministry of hiding a study that found the water unsafe. The ministry denied it, and said the study would be published in full.
An earlier statement by the owners read: “We stand by the people of the valley.” It was removed from their website on Monday.
`

func BenchmarkStatements(b *testing.B) {
	text := strings.Repeat(report, 10)
	d := parse.Article(&article.Article{Text: text})
	words := len(strings.Fields(text))
	statements(d, nil)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	b.ResetTimer()
	for range b.N {
		statements(d, nonStatements(d))
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
