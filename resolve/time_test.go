package resolve

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
)

// In the tests' notation a line is a report of Wednesday, 15 October 2025, and after "=>" the times
// wanted: words, value and, where they matter, days. The sentences are fictional.
var timeTests = []string{
	// days
	"The bridge fell on Monday. => Monday 2025-10-13 [2025-10-13]",
	"The court will sit on Monday. => Monday 2025-10-20",
	"He resigned Wednesday. => Wednesday 2025-10-15",
	"Vale closed the port after the truce expired on Saturday. => Saturday 2025-10-11",
	"The director goes on trial in March. => March 2026-03",
	"The truce expires on Saturday. => Saturday 2025-10-18",
	"The premier was due to meet the envoy on Friday. => Friday 2025-10-17",
	"The court was to rule on Monday. => Monday 2025-10-13",
	"The vote was brought forward to noon on Sunday. => noon on Sunday 2025-10-19T12:00",
	"The meeting was rescheduled for Saturday. => Saturday 2025-10-18",
	"The ship was moved to Vik on Saturday. => Saturday 2025-10-11",
	"The court suspended Friday's ruling. => Friday 2025-10-10",
	"The club suspended a player over Saturday's brawl. => Saturday 2025-10-11",
	"The league postponed Saturday's match. => Saturday 2025-10-18",
	"She was seen last Friday. => last Friday 2025-10-10",
	"They meet again next Tuesday. => next Tuesday 2025-10-21",
	"It began on Oct. 3, 2024. => Oct. 3, 2024 2024-10-03 [2024-10-03]",
	"The order of 3 October 2024 stands. => 3 October 2024 2024-10-03",
	"The vote is due by Nov. 20. => Nov. 20 2025-11-20",
	"The campaign began Sept. 2 with one strike. => Sept. 2 2025-09-02",
	"The law of 2025-02-01 lapsed. => 2025-02-01 2025-02-01",
	"He came yesterday and leaves tomorrow. => yesterday 2025-10-14; tomorrow 2025-10-16",
	"On Monday, Sept. 29, she spoke. => Monday, Sept. 29 2025-09-29",
	// parts of days and clocks
	"The attack came overnight. => overnight 2025-10-14TNI [2025-10-14 2025-10-15]",
	"It happened last night. => last night 2025-10-14TNI [2025-10-14 2025-10-15]",
	"They met this morning. => this morning 2025-10-15TMO",
	"Police came on Tuesday evening. => Tuesday evening 2025-10-14TEV [2025-10-14]",
	"It struck at 6:30 a.m. on Monday. => 6:30 a.m. on Monday 2025-10-13T06:30",
	"Talks start at 2 p.m. GMT Friday. => 2 p.m. GMT Friday 2025-10-17T14:00",
	// weeks, months, quarters, years
	"Rain fell last week. => last week 2025-W41 [2025-10-06 2025-10-12]",
	"It ends this month. => this month 2025-10 [2025-10-01 2025-10-31]",
	"The campaign began last month. => last month 2025-09 [2025-09-01 2025-09-30]",
	"Prices rose earlier this year. => earlier this year 2025",
	"The plan is for early next year. => early next year 2026",
	"Profit fell in the third quarter. => the third quarter 2025-Q3 [2025-07-01 2025-09-30]",
	"Sales rose in the first quarter of 2024. => the first quarter of 2024 2024-Q1",
	"It was built in 1987. => 1987 1987",
	"It fell in the 1990s. => the 1990s 199",
	"A bridge of the 19th century stood there. => the 19th century 18",
	"He was elected in March last year. => March last year 2024-03",
	"It closed two years ago. => two years ago 2023",
	"She left three days ago. => three days ago 2025-10-12",
	"They will vote in February. => February 2026-02",
	"The fair was held last summer. => last summer 2025-SU",
	// holidays
	"Shops close on Christmas Day. => Christmas Day 2025-12-25",
	"He was freed on Good Friday. => Good Friday 2025-04-18",
	"They met on Thanksgiving 2023. => Thanksgiving 2023 2023-11-23",
	// durations and stretches
	"The trial is expected to last two weeks. => two weeks P2W",
	"The siege lasted three months. => three months P3M",
	"He waited for two and a half hours. => two and a half hours PT2H30M",
	"Trump has spoken of it in recent days. => recent days PXD",
	"Prices rose over the past two weeks. => the past two weeks P2W [2025-10-01 2025-10-15]",
	"It takes at least 30 days. => at least 30 days P30D",
	// sets
	"The council meets every Tuesday. => every Tuesday XXXX-WXX-2",
	"The fund pays out annually. => annually P1Y",
	"They gather each July. => each July XXXX-07",
	// references
	"He is now in exile. => now PRESENT_REF",
	"She recently moved. => recently PAST_REF",
	"They fear the future. => the future FUTURE_REF",
	// from what was spoken of before
	"It began on May 4, 2021. It ended the next day. => May 4, 2021 2021-05-04; the next day 2021-05-05",
	"It began on May 4, 2021. Two days later it ended. => May 4, 2021 2021-05-04; Two days P2D [2021-05-06]",
	"Shots rang out at 4 in the afternoon. => 4 in the afternoon 2025-10-15T16:00",
	"The doors open at 9:15 am today. => 9:15 am today 2025-10-15T09:15",
	// days that share a month
	"The summit is on April 24 and 25. => April 24 2025-04-24; 25 2025-04-25",
	"The fair was held from Oct. 3 to 5. => Oct. 3 2025-10-03; 5 2025-10-05 [2025-10-05]",
	"It will be held on April 24-25, 2026. => April 24 2026-04-24; 25, 2026 2026-04-25",
	"On Oct. 3, 4 and 5, people marched. => Oct. 3 2025-10-03; 4 2025-10-04; 5 2025-10-05",
	"They met on 12 and 13 September 2024. => 12 2024-09-12; 13 September 2024 2024-09-13",
	"Talks ran from 8 to 12 October. => 8 2025-10-08; 12 October 2025-10-12",
	"On April 24 and 25 people died there. => April 24 2025-04-24",
	"On Sept. 11, 12 people died. => Sept. 11 2025-09-11",
	"The blasts killed 9 and 12 October was a day of mourning. => 12 October 2025-10-12",
	// days beside days
	"Talks are due the day after tomorrow. => the day after tomorrow 2025-10-17",
	"He left the day before yesterday. => the day before yesterday 2025-10-13",
	"It closed the day before Thanksgiving 2024. => the day before Thanksgiving 2024 2024-11-27",
	"A bomb went off in the early hours of Saturday. => the early hours of Saturday 2025-10-11TMO",
	"Soldiers came at dawn on Monday. => dawn on Monday 2025-10-13TMO",
	"The raid early on Monday failed. => early on Monday 2025-10-13",
	"The strike overnight Thursday failed. => overnight Thursday 2025-10-09TNI [2025-10-09 2025-10-10]",
	"The strike overnight into Monday failed. => overnight into Monday 2025-10-12TNI [2025-10-12 2025-10-13]",
	// zones: the day is that of the words; a clock takes the day beside it
	"The ferry sank at 10:30 p.m. (1430 GMT) on Monday. => 10:30 p.m. 2025-10-13T22:30; 1430 GMT 2025-10-13T14:30; Monday 2025-10-13",
	"It struck at 3:12 a.m. on Friday (1912 GMT). => 3:12 a.m. on Friday 2025-10-10T03:12; 1912 GMT 2025-10-09T19:12 [2025-10-09]",
	"It began at 8 p.m. on Monday (0100 GMT). => 8 p.m. on Monday 2025-10-13T20:00; 0100 GMT 2025-10-14T01:00",
	"The raid at 11 p.m. EDT on Monday failed. => 11 p.m. EDT on Monday 2025-10-13T23:00",
	"It struck at 03:12 local time (1912 GMT on Thursday). => 03:12 2025-10-10T03:12; 1912 GMT on Thursday 2025-10-09T19:12",
	"Shortly after midnight, gunmen attacked. => midnight 2025-10-15T00:00",
	"The law takes effect on 1 January. => 1 January 2026-01-01",
	// fiscal years give what the words say, but no days
	"Profit rose in the fiscal third quarter. => the fiscal third quarter 2025-Q3 []",
	"Revenue for fiscal 2024 fell. => fiscal 2024 2024 []",
	// years in words
	"The siege of nineteen ninety-seven ended. => nineteen ninety-seven 1997",
	"He left in the year two thousand and eight. => the year two thousand and eight 2008",
	// holidays that follow the moon
	"Shops closed on Yom Kippur. => Yom Kippur 2025-10-02",
	"The truce of Eid al-Fitr 2025 failed. => Eid al-Fitr 2025 2025-03-31 [2025-03-30 2025-04-01]",
	"They crashed on Thursday. It was the worst since 1996. The flight left at 1:39 p.m. => Thursday 2025-10-09; 1996 1996; 1:39 p.m. 2025-10-09T13:39",
	"Shells fell on Monday. The town has been under siege since May 2024. Three days earlier, a camp was hit. => Monday 2025-10-13; May 2024 2024-05; Three days earlier 2025-10-10",
	"The quake struck on Sunday, officials said on Tuesday. It hit at 11:47 p.m. => Sunday 2025-10-12; Tuesday 2025-10-14; 11:47 p.m. 2025-10-12T23:47",
	// look-alikes
	"It was the last day of the fair. =>",
	"The minister, Sunday Alo, resigned. =>",
	"Information Minister Sunday Alo said the ban stood. =>",
	"They may march on Sunday. => Sunday 2025-10-19",
	"The firm sold 1,998 shares for $2000. =>",
	"She told \"60 Minutes\" so. =>",
	"A 45-year-old man was held. =>",
	"Prices fall and the cars need a spring. =>",
	"It costs $2 million a year. =>",
}

func reading(text, published string) *Reading {
	return Mentions(read.Doc(parse.Article(&article.Article{Text: text, Published: published})))
}

func TestTimes(t *testing.T) {
	for _, line := range timeTests {
		text, want, _ := strings.Cut(line, " =>")
		var got []string
		r := reading(text, "2025-10-15")
		for _, x := range r.Times {
			got = append(got, x.Span.Text(text)+" "+x.Value)
		}
		for i, w := range strings.Split(strings.TrimSpace(want), "; ") {
			w, days, has := strings.Cut(w, " [")
			if i >= len(got) && w != "" || i < len(got) && got[i] != w {
				t.Errorf("%s\n got  %s\n want %s", text, strings.Join(got, "; "), want)
				break
			}
			if !has {
				continue
			}
			first, last, two := strings.Cut(strings.TrimSuffix(days, "]"), " ")
			if !two {
				last = first
			}
			if x := r.Times[i]; x.Start != first || x.End != last {
				t.Errorf("%s\n got days %s to %s, want %s to %s", text, x.Start, x.End, first, last)
			}
		}
	}
}

// Without a date of publication nothing is guessed.
func TestTimesUndated(t *testing.T) {
	for text, want := range map[string]string{
		"He left on Friday.":      "XXXX-WXX-5",
		"He left in March.":       "XXXX-03",
		"He left on March 3.":     "XXXX-03-03",
		"He left last month.":     "XXXX-XX",
		"He left last year.":      "XXXX",
		"He left yesterday.":      "XXXX-XX-XX",
		"He left in 1998.":        "1998",
		"He left in May of 1998.": "1998-05",
		"He left last week.":      "XXXX-WXX",
		"He left two days ago.":   "XXXX-XX-XX",
	} {
		if r := reading(text, ""); len(r.Times) != 1 || r.Times[0].Value != want {
			t.Errorf("%s: got %+v, want %s", text, r.Times, want)
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]string{1961: "1961-04-02", 2000: "2000-04-23", 2024: "2024-03-31", 2025: "2025-04-20", 2038: "2038-04-25"} {
		if got := iso(easter(y)); got != want {
			t.Errorf("easter %d: %s, want %s", y, got, want)
		}
	}
}

func FuzzTimesAndPlaces(f *testing.F) {
	f.Add("KYIV, Ukraine (AP) — He left at 6 a.m. on Sept. 31, 2025, 400 miles west of Paris, Texas.", "2025-10-15")
	f.Add("two hundred and\n\nlast next this 99999999999999999999 years ago in the 0th century", "")
	f.Add("\xff\xfe Mon. 31/31/9999 the the the of of \u2013 90s Feb 30", "0001-01-01")
	f.Fuzz(func(t *testing.T, text, published string) {
		r := reading(strings.ToValidUTF8(text, "?"), published)
		end := 0
		for _, x := range r.Times {
			if x.Span.Start < end || x.Span.End > len(r.Article.Text) || x.Span.Len() <= 0 || x.Value == "" {
				t.Fatalf("time %+v after %d in %q", x, end, text)
			}
			if !utf8.ValidString(x.Span.Text(r.Article.Text)) {
				t.Fatalf("time %+v cuts a rune of %q", x, text)
			}
			end = x.Span.End
		}
		for _, p := range r.Places {
			if p.Span.Start < 0 || p.Span.End > len(r.Article.Text) || p.Span.Len() <= 0 || p.Name == "" {
				t.Fatalf("place %+v in %q", p, text)
			}
			if !utf8.ValidString(p.Span.Text(r.Article.Text)) {
				t.Fatalf("place %+v cuts a rune of %q", p, text)
			}
		}
	})
}

// An event's time can be the stretch between two times.
func TestEventStretch(t *testing.T) {
	for text, want := range map[string]string{
		"Soldiers shelled the town from Oct. 3 to 5.":                     "2025-10-03/2025-10-05 2025-10-03 2025-10-05",
		"Soldiers shelled the town between Sunday and Tuesday.":           "2025-10-12/2025-10-14 2025-10-12 2025-10-14",
		"Soldiers shelled the town on Sunday and left it on Tuesday.":     "2025-10-12 2025-10-12 2025-10-12",
		"Soldiers shelled the town from September 2023 to February 2024.": "2023-09-01/2024-02-29 2023-09-01 2024-02-29",
	} {
		for _, e := range reading(text, "2025-10-15").Events {
			if e.Trigger.Text(text) != "shelled" {
				continue
			}
			if e.Time == nil || e.Time.Value+" "+e.Time.Start+" "+e.Time.End != want {
				t.Errorf("%s: %v, want %s", text, e.Time, want)
			}
		}
	}
}
