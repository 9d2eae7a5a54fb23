package resolve

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
)

// event reads a report in which the event looked at stands in asterisks.
func event(t *testing.T, report, published string) (*Reading, *Event) {
	t.Helper()
	a, rest, _ := strings.Cut(report, "*")
	word, b, ok := strings.Cut(rest, "*")
	if !ok {
		t.Fatalf("no event is marked in %q", report)
	}
	r := Mentions(read.Doc(parse.Article(&article.Article{Text: a + word + b, Published: published})))
	for i := range r.Events {
		if e := &r.Events[i]; e.Trigger.Start < len(a)+len(word) && e.Trigger.End > len(a) {
			return r, e
		}
	}
	t.Fatalf("no event at %q in %q", word, report)
	return nil, nil
}

func list(text string, ps []Participant) string {
	var out []string
	for _, p := range ps {
		s := p.Span.Text(text)
		if p.Role != "" {
			s += " (" + p.Role + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// dayAndPlace are the first day of an event and the name of its place, "" where it has none.
func dayAndPlace(e *Event) (day, place string) {
	if e.Time != nil {
		day = e.Time.Start
	}
	if e.Place != nil {
		place = e.Place.Name
	}
	return day, place
}

// All names and events are made up.
func TestParticipants(t *testing.T) {
	for _, c := range []struct{ report, actors, targets string }{
		{"The navy *sank* two boats on Monday.", "The navy", "two boats"},
		{"Two boats were *sunk* by the navy.", "the navy", "Two boats"},
		{"The general ordered the fleet to *sail*.", "the fleet; The general (orders)", ""},
		{"The cabinet has authorised the navy to *board* the tanker.", "the navy; The cabinet (authorises)", "the tanker"},
		{"President Orvik has considered plans to *target* plants producing ammonia.", "President Orvik", "plants producing ammonia"},
		{"The government intends to *close* the mine.", "The government", "the mine"},
		{"The Norwegian *strike* on the depot killed six people.", "Norwegian", "the depot"},
		{"The navy launched a *strike* on the depot.", "The navy", "the depot"},
		{"The union called off the march and *accused* the mayor.", "The union", "the mayor"},
		{"Rebels seized the boats that the navy had *built*.", "the navy", "the boats"},
		{"The men who *attacked* the convoy fled.", "The men", "the convoy"},
		{"The minister held *talks* with the rebels on Friday.", "The minister", "the rebels"},
		{"Troops *killed* a shepherd.", "Troops", "a shepherd"},
	} {
		r, e := event(t, c.report, "2026-03-04")
		if a, b := list(r.Article.Text, e.Actors), list(r.Article.Text, e.Targets); a != c.actors || b != c.targets {
			t.Errorf("%s\n  actors %q, want %q\n  targets %q, want %q", c.report, a, c.actors, b, c.targets)
		}
	}
}

func TestEventTimeAndPlace(t *testing.T) {
	for _, c := range []struct{ report, day, place string }{
		{"The navy *sank* two boats off Malta on Monday.", "2026-03-02", "Malta"},
		{"The army launched a *strike* in Norway on Tuesday.", "2026-03-03", "Norway"},
		{"A *blast* in Lima on Sunday killed six people.", "2026-03-01", "Lima"},
		{"A blast in Lima on Sunday *killed* six people.", "2026-03-01", "Lima"},
		{"The general said on Monday that the fleet had *left*.", "", ""},
		{"Two clerks said the February warning would be *handed* to the court.", "", ""},
		{"The mayor *condemned* Monday's attack.", "", ""},
		{"The mayor condemned Monday's *attack*.", "2026-03-02", ""},
	} {
		_, e := event(t, c.report, "2026-03-04")
		if day, place := dayAndPlace(e); day != c.day || place != c.place {
			t.Errorf("%s: %q in %q, want %q in %q", c.report, day, place, c.day, c.place)
		}
	}
}

func TestEventBackground(t *testing.T) {
	for _, c := range []struct {
		report string
		want   bool
	}{
		{"The Example Times previously reported that the minister had *met* the rebels.", true},
		{"The minister had *resigned* in a row over pay.", true},
		{"The army has fired on the town since the campaign *began*.", true},
		{"A bombing in January *killed* five people.", true},
		{"A bombing on Tuesday *killed* five people.", false},
		{"Two weeks after a footbridge collapsed and *killed* seven people, the mayor ordered an inquiry on Thursday.", true},
		{"Jets struck the port on Saturday, a week after a *bombing* in Vale that killed six.", true},
		{"Jets struck the port on Saturday, a week after a bombing in Vale that *killed* six.", true},
		{"Police arrested the *suspended* president of Vale on Friday.", true},
		{"Parties called a vote, hours after he lifted the curfew that he had *imposed*.", true},
		{"The army has fired on the town since the *truce* began.", true},
		{"Vale freed 90 men early on Monday, hours after three women *returned* to Norland under a deal.", true},
		{"Jets struck the port on Saturday after a *bombing* in Vale.", false},
		{"A footbridge collapsed and *killed* seven people on Thursday.", false},
		{"The mayor said the bridge had *collapsed*.", false},
		{"The ministers will *meet* next month.", false},
		{"Prosecutors charged the captain on Monday, eight days after the ferry *sank* off Norville.", true},
		{"Two weeks after a footbridge collapsed and *killed* seven people, the mayor resigned on Friday.", true},
		{"Two weeks after a footbridge collapsed and killed seven people, the mayor *resigned* on Friday.", false},
	} {
		if _, e := event(t, c.report, "2026-03-04"); e.Background != c.want {
			t.Errorf("%s: background %v, want %v", c.report, e.Background, c.want)
		}
	}
}

func TestEventBefore(t *testing.T) {
	for _, c := range []struct{ report, start, end string }{
		{"Prosecutors charged the captain on Monday, eight days after the ferry *sank* off Norville.", "2026-02-21", "2026-02-23"},
		{"Two weeks after a footbridge collapsed and *killed* seven people, the mayor resigned on Friday.", "2026-02-10", "2026-02-16"},
		{"The mayor resigned, two weeks after a footbridge *collapsed* on February 9, police said.", "2026-02-09", "2026-02-09"},
		{"Police made arrests a day after the *raid*.", "2026-03-02", "2026-03-04"},
	} {
		_, e := event(t, c.report, "2026-03-04")
		if e.Time == nil || e.Time.Start != c.start || e.Time.End != c.end {
			t.Errorf("%s: %+v, want %s to %s", c.report, e.Time, c.start, c.end)
		}
	}
}

// Who hears a case or brings it is not the accused, though he spoke last.
func TestJudgeIsNotTheAccused(t *testing.T) {
	for report, want := range map[string]bool{
		"Judge Paul Tolley said prosecutors had proved nothing. He was *acquitted* of all charges.": false,
		"Mayor Paul Tolley said prosecutors had proved nothing. He was *acquitted* of all charges.": true,
	} {
		if _, e := event(t, report, "2026-03-04"); (len(e.Targets) > 0 && e.Targets[0].Source != "") != want {
			t.Errorf("%s: %+v", report, e.Targets)
		}
	}
}

// A time that stands outside of the phrase or clause of an event dates it not.
func TestEventBesides(t *testing.T) {
	for _, report := range []string{
		"The death toll from the *sinking* of the ferry rose to 34 on Tuesday, the coast guard said.",
		"Police on Tuesday arrested the owner of the ferry that *sank* off Norville.",
	} {
		if _, e := event(t, report, "2026-03-04"); e.Time != nil {
			t.Errorf("%s: %+v, want no time", report, e.Time)
		}
	}
}

func TestEventTypes(t *testing.T) {
	for _, c := range []struct{ report, root string }{
		{"Police *arrested* three men.", "COERCE"},
		{"The army *bombed* the port.", "ASSAULT"},
		{"The ministers *met* in Geneva.", "CONSULT"},
		{"The rebels *surrendered* to the army.", "RETREAT"},
		{"The court *freed* the journalist.", "CONCEDE"},
		{"The premier *condemned* the raid.", "ACCUSE"},
		{"The premier *threatened* to close the border.", "THREATEN"},
		{"Workers *protested* against the decree.", "PROTEST"},
		{"The agency *donated* tents to the town.", "AID"},
		{"The man *ate* a sandwich.", "OTHER"},
		{"The carrier *reached* a port.", "OTHER"},
	} {
		if _, e := event(t, c.report, ""); e.Type != c.root {
			t.Errorf("%s: %s, want %s", c.report, e.Type, c.root)
		}
	}
}

func TestFactualityIsWithinItsScale(t *testing.T) {
	for name, v := range map[string]map[string]float64{"real": real, "unreal": unreal, "open": open} {
		for certainty, x := range v {
			if x < -3 || x > 3 {
				t.Errorf("%s, %s: %v", name, certainty, x)
			}
		}
	}
	order := []string{"certain", "probable", "possible", "doubtful"}
	for k := 1; k < len(order); k++ {
		if real[order[k]] >= real[order[k-1]] || unreal[order[k]] <= unreal[order[k-1]] {
			t.Errorf("%s is as sure as %s", order[k], order[k-1])
		}
	}
	if factuality("happened", "certain") != 3 || factuality("did_not_happen", "certain") != -3 {
		t.Error("the ends of the scale are not reached")
	}
}

// All names and events are made up. A dateline says where and when a text was filed: no event is there or then, and "this morning" counts
// from it when the text is printed days later.
func TestDatelineDatesNoEvent(t *testing.T) {
	for _, c := range []struct{ report, published, day, place string }{
		{"PORT VALE, Oct 16 (NPA) - The navy *struck* a boat in the Gulf of Guinea on Friday and killed six people, a minister said.", "2027-10-16", "2027-10-15", "Gulf of Guinea"},
		{"PORT VALE, Oct 16 (NPA) - The navy struck a boat in the Gulf of Guinea on Friday and *killed* six people, a minister said.", "2027-10-16", "2027-10-15", "Gulf of Guinea"},
		{"Nov 16 (NPA) - A helicopter fired on two survivors in October and *killed* them, a newspaper reported.", "2027-11-16", "2027-10-01", ""},
		{"OSLO, Oct 2 (NPA) - The dam burst on Friday.\n\n\"This morning the frigate *struck* a vessel,\" the minister wrote.", "2027-10-04", "2027-10-02", ""},
		{"OSLO, Oct 2 (NPA) - The dam burst on Friday.\n\n\"This morning the frigate *struck* a vessel,\" the minister wrote.", "2027-11-04", "2027-11-04", ""},
		{"Two boats sank when the navy *struck* a harbour on Friday.", "2027-10-04", "2027-10-01", ""},
		{"Six people were *killed* on Friday when the navy struck a boat in the Gulf of Guinea.", "2027-10-04", "2027-10-01", "Gulf of Guinea"},
	} {
		_, e := event(t, c.report, c.published)
		if day, place := dayAndPlace(e); day != c.day || place != c.place {
			t.Errorf("%s: %q in %q, want %q in %q", c.report, day, place, c.day, c.place)
		}
	}
}
