package read

import (
	"strings"
	"testing"
)

// Each line: the type of the event in asterisks, whether it is salient, and its sentence.
const typeTable = `
SANCTION yes  Norland *closed* its border with Sudland on Thursday.
SANCTION yes  Norland *recalled* its ambassador from Port Vale.
OTHER    no   The shop *closed* at noon.
OTHER    yes  The minister left. A High Court judge *ruled* on Monday that the sale was lawful.
OTHER    yes  The minister left. Judge Ada Lund *upheld* the ban on Monday.
OTHER    no   The minister left. The referee *ruled* on Monday that the goal stood.
COERCE   yes  The president *declared* a state of emergency.
CONCEDE  yes  The governor *lifted* the curfew.
OTHER    yes  Engineers *opened* the gates of the dam.
OTHER    yes  The ferry *sank* in a storm.
ASSAULT  yes  Rebels *sank* two ships.
CONSULT  no   A diplomat familiar with the *talks* said that nothing was agreed.
CONSULT  no   A diplomat with knowledge of the *talks* said that nothing was agreed.
ASSAULT  yes  The president gave the go-ahead for *strikes* on bases in Sudvale.
PROTEST  yes  The union announced a *strike* on Monday.
OTHER    no   The president *approved* air strikes on the camps.
OTHER    yes  The bus *crashed* into a wall.
OTHER    yes  The boat *capsized* near the island.
OTHER    yes  A train *derailed* near the town.
ASSAULT  yes  The tanker *exploded* off the coast.
ASSAULT  yes  Rebels *hijacked* the ship.
CONCEDE  yes  The 18 soldiers were *freed* on Friday.
COERCE   yes  Police *raided* two houses.
OTHER    no   The guard *walked* home.
MOBILIZE yes  The governor *sent* 300 National Guard troops to the port.
MOBILIZE yes  Premier Pell *ordered* special forces into Norland.
RETREAT  yes  The president *ordered* the troops out of the capital.
COERCE   no   The firm *ordered* 30 aircraft from the maker.
MOBILIZE yes  The carrier *arrived* in the Gulf on Friday.
OTHER    no   The premier's guests *arrived* in the capital.
OTHER    yes  The ministry plans to *send* inspectors to the mine.
OTHER    yes  A judge *struck down* the ban on Friday.
COERCE   yes  The premier raised *tariffs* on steel.
ASSAULT  yes  Norland will launch a land *offensive* against the rebels.
COERCE   yes  Nine people have been *taken* into custody over the dam break.
COERCE   yes  The clerk was *remanded* in custody until May.
COERCE   yes  Forty soldiers have been *placed* under arrest.
COERCE   no   Forty soldiers have been placed under *arrest*.
COERCE   yes  The suspects were *handed over* to prosecutors on Monday.
RETREAT  yes  The rebels *handed* the boys over to their families.
COERCE   yes  Three men were *brought* before a judge on Friday.
OTHER    no   The chairs were *brought* before noon.
OTHER    no   The minister *took* questions into account.
SANCTION yes  The builder was *found* guilty of negligence.
OTHER    no   The builder was *found* at home by his son.
SANCTION yes  The former minister was *given* a four-year prison term.
RETREAT  yes  The gunman *turned* himself in at noon.
ASSAULT  yes  Workers *took* two managers hostage.
COERCE   yes  The rebels *took* about 50 soldiers prisoner.
AID      yes  Divers *pulled* six men from the water.
MOBILIZE yes  Norland *put* its fleet on alert.
REJECT   yes  The Farm party *walked* out of the coalition.
OTHER    no   The premier *walked* out of the hall.
OTHER    yes  The guard left. The premier *named* Clara Hume as special envoy.
OTHER    yes  The guard left. Ida Borg was *named* interior minister.
OTHER    no   The guard left. Police *named* the victim as Ida Borg.
OTHER    yes  The guard left. Joost Pell was *appointed* on Friday.
OTHER    yes  The guard left. The president *dismissed* his energy minister.
REJECT   no   The guard left. The president *dismissed* the report.
OTHER    yes  The guard left. The bank has *fired* 30 staff.
CONCEDE  yes  The guard left. Chairman Otto Rees *quit* in January.
OTHER    no   A trader was stabbed to *death* at the market.
OTHER    no   Lawmakers backed the motion by 121 *votes* to 98.
COERCE   yes  Police *broke up* the camp outside the ministry.
`

// Who did it, by whoever accuses, blames or thanks them.
func TestAccusedActs(t *testing.T) {
	for _, c := range [][2]string{
		{"Norland accused Sudland of *bombing* a hospital.", "Sudland"},
		{"The ministry accused the army of having *killed* 20 people.", "army"},
		{"The mayor blamed the rebels for the *attack* on the bridge.", "rebels"},
		{"The mayor thanked the crew for *rescuing* the men.", "crew"},
		{"Three men were charged with *murdering* two women.", "men"},
	} {
		e, ok := marked(t, c[0])
		words := strings.FieldsFunc(strings.ReplaceAll(c[0], "*", ""), func(r rune) bool { return r == ' ' || r == '.' })
		if !ok || len(e.Actors) != 1 || words[e.Actors[0]] != c[1] {
			t.Errorf("%s: acts %v, want %s", c[0], e.Actors, c[1])
		}
	}
}

// Who only tells of an event takes no part in it.
func TestTellersTakeNoPart(t *testing.T) {
	e, ok := marked(t, "Gunmen raided the camp on Friday, *killing* at least nine people, residents and a local official said.")
	if d := "Gunmen raided the camp on Friday, killing at least nine people"; !ok || len(e.Targets) != 1 || e.Targets[0] > int32(len(strings.Fields(d))) {
		t.Errorf("befell %v", e.Targets)
	}
}

// A day is no doer, and who did the rest of the sentence did not do what only dates it.
func TestDatesDoNothing(t *testing.T) {
	for _, line := range []string{
		"Monday's *explosion* killed five people.",
		"The mayor resigned after the *attack* on the market.",
		"Three guards have been missing since last week's *raid*.",
		"The minister met survivors of the *attack*.",
	} {
		if e, ok := marked(t, line); !ok || len(e.Actors) != 0 {
			t.Errorf("%s: acts %v, want nobody", line, e.Actors)
		}
	}
	if e, ok := marked(t, "The rebels carried out Monday's *attack* on the base."); !ok || len(e.Actors) != 1 {
		t.Errorf("a dated attack of the rebels: acts %v", e.Actors)
	}
}

func TestTypes(t *testing.T) {
	for line := range strings.Lines(typeTable) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		sentence := strings.TrimSpace(line[strings.Index(line, " "+f[1]+" ")+len(f[1])+2:])
		e, ok := marked(t, sentence)
		if salient := f[1] == "yes"; !ok || e.Type != f[0] || e.Salient != salient {
			t.Errorf("%s: got %s, salient %v; want %s, %v", sentence, e.Type, e.Salient, f[0], salient)
		}
	}
}
