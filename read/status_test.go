package read

import (
	"slices"
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// Each line: status, certainty, and a sentence with the event in asterisks. For every status there are
// at least two sentences that have it and, below the rule, one that only looks like it.
const statusTable = `
happened certain    The navy *sank* two boats on Monday.
happened certain    Rescuers have *found* the missing crew.
happened certain    The army carried out a *strike* on the depot.
happened certain    The minister condemned the *killing* of the guard.
happened certain    Rescuers dug through the rubble for survivors of a massive *explosion* in the port.
happened certain    Five people are *killed* when a bus overturns near Norville.
happened certain    The no side *won* the vote on the bridge.
happened certain    The inspector said a valve was to *blame* for the fire.
happened certain    A court *sentences* the former minister to ten years in prison.
happened probable   The guard reportedly *fired* at the crowd.
happened probable   The mayor is believed to have *left* the country.
happened probable   The mayor is understood to have been *arrested*.
possible certain    The navy may have *sunk* two boats.
--
ongoing certain     Troops are *advancing* on the port.
ongoing certain     The army *shells* the town every night.
ongoing certain     The army continues to *shell* the town.
ongoing certain     *Talks* were already under way.
ongoing certain     An *inquiry* is underway.
ongoing certain     The raids *bring* the number of people held this year to 40, prosecutors said.
happened certain    Troops were *advancing* on the port when the truce began.
--
ordered certain     The minister ordered the files *destroyed*.
ordered certain     The general ordered the fleet to *sail* to the strait.
ordered certain     A court issued a warrant for the *arrest* of the clerk.
ordered certain     A warrant has been issued for his *arrest*.
ordered certain     Ruiz has instructed police to *clear* the square.
ordered certain     President Ruiz has ordered the more than 2,000 U.S troops in Syria be *withdrawn* as quickly as possible from their posts.
happened certain    The general *ordered* the fleet to sail to the strait.
--
authorised certain  The cabinet has authorised the navy to *board* the tanker.
authorised certain  Lawmakers approved a *raid* on the camp.
happened certain    The navy *boarded* the tanker.
--
planned certain     The ministers will *meet* in Geneva on Friday.
planned certain     The government plans to *close* the mine.
planned certain     The general vowed to *return*.
did_not_happen certain The minister nearly *resigned* in July.
did_not_happen certain  The minister almost *quit* over it in July.
happened certain The raid *killed* nearly 100 people.
did_not_happen certain   The ministers will not *meet* in Geneva.
--
considered certain  The president has considered plans to *strike* the port.
considered certain  The premier had been weighing *strikes* on the port.
considered certain  The cabinet is weighing *raids* on the camps.
considered certain  The options include air strikes and an *incursion* by special forces.
considered certain  The options, drawn up by the general staff, include air strikes and an *incursion* by special forces.
considered certain  The agency said *strikes* on land were among the options.
considered certain  A *blockade* of the port remains an option.
possible certain    The *attacks* could come within days, the paper reported.
denied certain      The spokeswoman denied that any *order* had been given.
did_not_happen certain  Olm said no *strikes* had been approved.
unknown certain     No decision has been made on *strikes*, the spokeswoman said.
authorised certain  The general gave his approval for a *raid* on the camp.
planned certain     The plans range from *strikes* on the port to a blockade.
considered certain  The board is mulling the *sale* of the mine.
possible certain    The premier has not ruled out *strikes* on the port.
--
considered certain  Talks for the *release* of the hostages resumed in Vale.
planned certain     The rebels have accepted a draft agreement for a *ceasefire*.
planned certain     The rebels accepted the *truce*.
happened certain    The president accepted the *resignation* of the minister.
proposed certain    The mayor was strongly opposed to a new *raid* on the camp.
proposed certain    The envoy called for a *ceasefire*.
proposed certain    The union urged the governor to *resign*.
proposed certain    The council should *close* the bridge.
happened certain    The council *closed* the bridge.
--
threatened certain  The general threatened to *shell* the port.
threatened certain  Ruiz repeated her threat to *leave* the alliance.
happened certain    The general *threatened* to shell the port.
--
predicted certain   Prices will *increase* next year.
predicted certain   The talks are expected to *resume* on Tuesday.
predicted probable  The talks are likely to *resume* on Tuesday.
happened certain    Prices *increased* last year.
--
did_not_happen certain A *ban* is not on the table, an official said.
planned certain     A *ban* is in the works, an official said.
considered certain  The ministry is studying a *ban* on barges.
happened certain    Police are looking into an *attack* on a depot.
did_not_happen certain The *parade* did not go ahead on Sunday.
planned certain     The *launch* was moved to Saturday.
happened certain    The *sale* was moved to Oslo.
happened certain    Vale *suspends* the ferry after two crashes.
ongoing certain     The law *bans* barges from the river.
happened certain    Five people are killed when a bus *crashes* near Vik.
happened certain    Norland forces strike the city of Vik, *killing* three people.
possible certain    The routes might be *targeted*.
possible certain    A possible *strike* on the depot worried traders.
unknown possible    Have the rebels *killed* a guard yet?
unknown possible    One official stated, “Have the rebels *killed* a guard yet?”
planned certain     The fleet is laying the groundwork for the *attack*.
possible certain    The premier is moving closer to *attacking* the port.
possible certain    The *attack* could take place over the weekend.
possible probable    Ruiz tried to distance himself from the *attack* order.
happened certain    The fire took until Friday to be *extinguished*.
considered certain  The *strike* was under consideration.
unknown certain     The president has ordered no *strike*.
did_not_happen certain The president vetoed a *raid*.
possible possible   If the army *attacks*, the talks will end.
proposed certain    The operation would *require* the army to leave.
possible probable   Norland has accused Sudland of *violating* the truce.
happened certain    Norland has *accused* Sudland of violating the truce.
possible probable   Norland accused Sudland of launching *attacks* on two villages.
possible probable   Norland accused Sudland of repeated *violations* of the truce.
possible probable   The ministry accused the army of having *killed* 20 people.
happened certain    The army rejected the *statement* by Ida Orr.
possible probable   A man was charged with *murdering* two women.
possible probable   Lawyers alleged that the guard had *fired*.
possible probable   Norland allegedly *bombed* the temple.
possible probable   Witnesses spoke of an alleged *attack* on the temple.
possible certain    The minister claimed without evidence that the rebels had *poisoned* the well.
possible certain    Ruiz claimed, without providing evidence, that the army had *shelled* the temple.
did_not_happen certain Ruiz falsely claimed that the army had *shelled* the temple.
happened certain    Norland accused the rebels of the *attack* on the hospital.
happened certain    Police confirmed that the army had *shelled* the temple.
--
happened certain    Norland's troops were the first to *attack*.
happened certain    She was the only passenger to *survive* the crash.
happened certain    It is the third ship to *sink* in the strait this year.
happened probable   Norland was not the first to *attack*.
predicted certain   She will be the first to *speak*.
possible certain    It was the last chance to *stop* the war.
--
ordered certain     The air force sent two jets to *attack* the base.
ordered certain     The air force sent two bombers and two Gripen jets to *attack* the base.
happened certain    The air force *sent* two jets to attack the base.
happened probable   Both countries accused each other of starting the *clash*.
--
denied certain      The guard denied that he had *fired*.
denied certain      The ministry denied *bombing* the school.
happened certain    The ministry *denied* bombing the school.
denied certain      Officials rejected the claim that Norland had *launched* drone attacks.
denied certain      The paper retracted its report that the guards had *fired* on the crowd.
denied certain      The Gazette on Tuesday withdrew a report that three men had been *arrested*.
happened certain    The general withdrew the troops that had *fired* on the crowd.
denied certain      Officials rejected the claim that Norland had launched drone *attacks*.
denied certain      Norland has denied claims by Sudland's armed forces that its stations were *targeted*.
denied certain      The bureau rejected media reports claiming that the inquiry had been *completed*.
denied certain      Sudland rejected Norland's claim of *downing* six jets.
denied certain      The minister dismissed reports of a *strike* on the depot.
denied certain      The mayor brushed aside accusations that police had *beaten* protesters.
denied certain      The ministry spoke of baseless allegations of *involvement* in the attack.
happened certain    The ministry spoke of baseless allegations of involvement in the *attack*.
denied certain      There is no truth to reports that the army *shelled* the hospital, the general said.
denied certain      It is not true that the army *shelled* the hospital, the general said.
denied certain      The general called reports of a *strike* on the hospital a fabrication.
denied certain      News of a *landing* at the port is not true, the ministry said.
possible certain    Norland said it would not let them return until the captive was *released*.
proposed certain    Mediators gave both sides a draft of an *agreement*.
happened certain    Her lawyers said the *charges* were baseless.
denied certain      The White House denied a report that the president had ordered *raids* on laboratories.
unknown certain     She denied that the two governments had discussed such *strikes*.
denied certain      The ministry described as baseless the claim that its troops had *killed* civilians.
denied certain      Norland's claim that it *shot* down five jets is a lie, the general said.
denied certain      The allegation that guards had *beaten* the prisoner was rejected by the ministry.
happened certain    The *allegation* that guards had beaten the prisoner was rejected by the ministry.
happened probable   Norland did not deny claims that it had *fired* missiles.
unknown certain     The ministry neither confirmed nor denied reports that a base had been *attacked*.
unknown certain     The ministry has not verified reports that a base had been *attacked*.
unknown certain     The ministry could not confirm the claim that a base had been *attacked*.
unknown certain     The agency could not verify that the base had been *attacked*.
happened probable   Police confirmed reports that the bridge had *collapsed*.
happened certain    The ministry rejected the report on the flood that *killed* 20 people.
--
did_not_happen certain  The sides failed to *agree*.
happened certain        The dairy hid failed listeria *tests* for a year.
did_not_happen certain  The governor refused to *resign*.
did_not_happen certain  Nobody was *injured* in the crash.
did_not_happen certain  No *talks* took place.
did_not_happen certain  Observers reported no *violence*.
did_not_happen certain  The premier ruled out *sending* troops.
did_not_happen certain  The guards kept the hostages from being *killed*.
did_not_happen certain  The governor narrowly escaped being *arrested*.
did_not_happen certain  The clerk was cleared of *stealing* fuel.
did_not_happen probable There is no proof that the minister was *poisoned*.
happened certain        The sides managed to *agree*.
--
possible certain    The premier was on the verge of *resigning*.
possible certain    The two countries are on the brink of *war*.
possible certain    In the event of an *attack*, the gates will close.
did_not_happen certain  The envoy called a vote rather than *resign*.
did_not_happen certain  The minister came close to *resigning* on Monday.
planned certain     The envoys arrived in May ahead of the *talks*.
happened certain    Thousands voted in favour of the *war*.
--
did_not_happen probable The president reversed an order to *strike* the port.
did_not_happen probable The court overturned a decision to *close* the mine.
did_not_happen probable The mayor rejected calls to *resign*.
happened certain    The mayor rejected *calls* to resign.
did_not_happen certain  The mayor decided not to *attend* the summit.
did_not_happen probable The lot was to have *landed* in Vale.
did_not_happen certain  The lack of *cooperation* angered the police.
did_not_happen probable The council passed a ban on *demonstrations*.
did_not_happen certain  The guard was too weak to *stand*.
did_not_happen certain  The police did nothing to *stop* the attack.
--
happened certain    The minister took the opportunity to *criticise* the press.
happened certain    The party wants to end the *war*.
planned certain     The minister was supposed to *visit* the camp.
planned certain     The mayor announced the *transfer* of the prisoners.
happened certain    The mayor announced the *arrest* of the prisoners.
authorised certain  The cabinet approved plans for a *strike* on the port.
proposed certain    The bill would *ban* fireworks.
proposed certain    Protesters demanded that the editor be *released*.
possible certain    Troops were deployed to prevent an *attack*.
possible certain    For a party to *win*, it needs ten seats.
possible certain    The premier refused to rule out *sending* troops.
did_not_happen probable Ruiz called for talks after a ban on boats *entering* the port.
possible certain    Norland hopes to ask the council to *send* troops.
planned certain     It is too early to say that the talks will *resume*.
happened certain    Norland was the target of an *attack* in May.
happened certain    Two people close to the *talks* spoke to the paper.
happened certain    The police announced two *arrests* on Monday.
ongoing certain     The payments will cease, *citing* the refusal of the council to pay.
did_not_happen probable The owner reversed his plan to *sell* the mine.
possible implied    There might have been two people *killed*.
did_not_happen certain  Rescuers left with no survivors *found*.
happened certain    The raid near the port is the latest to *hit* Norland.
--
unknown certain     It is unclear whether the guard *fired*.
unknown possible    Did the guards *leave* early?
happened certain    The film shows that the guard *fired*.
`

// The parser reads these otherwise than their sentences mean.
var statusKnownWrong = []string{
	"The operation would *require* the army to leave.", // a "would" without a condition is possible
}

func TestStatuses(t *testing.T) {
	for line := range strings.Lines(statusTable) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		sentence := strings.TrimSpace(line[strings.Index(line, f[1])+len(f[1]):])
		if f[0] == f[1] {
			sentence = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(line, f[0])), f[1]))
		}
		e, ok := marked(t, sentence)
		right := ok && e.Status == f[0] && e.Certainty == f[1]
		if wrong := slices.Contains(statusKnownWrong, sentence); right == wrong {
			t.Errorf("%s: got %s, %s; want %s, %s; listed as known wrong: %v", sentence, e.Status, e.Certainty, f[0], f[1], wrong)
		}
	}
}

// The words that decided a status are given, from the event outwards.
func TestStatusPath(t *testing.T) {
	for _, c := range [][2]string{
		{"The president has considered *strikes* on the port.", "considered"},
		{"The premier has not ruled out *strikes* on the port.", "ruled not"},
		{"The general ordered the fleet to *sail*.", "ordered"},
	} {
		a, rest, _ := strings.Cut(c[0], "*")
		word, b, _ := strings.Cut(rest, "*")
		m := Doc(parse.Article(&article.Article{Text: a + word + b}))
		for _, e := range m.Events {
			if e.Trigger.Start != len(a) {
				continue
			}
			var got []string
			for _, p := range e.Path {
				got = append(got, m.Doc.Word(p))
			}
			if s := strings.Join(got, " "); s != c[1] {
				t.Errorf("%s: decided by %q, want %q", c[0], s, c[1])
			}
		}
	}
}

// Events lie in the text and no bytes make the search panic.
func FuzzEvents(f *testing.F) {
	for line := range strings.Lines(statusTable) {
		f.Add(line)
	}
	f.Add("if if if whether to to not not ruled out \xff\xfe ordered ordered to to")
	f.Fuzz(func(t *testing.T, text string) {
		m := Doc(parse.Article(&article.Article{Text: text}))
		last := -1
		for _, e := range m.Events {
			if e.Trigger.Start < 0 || e.Trigger.End > len(text) || e.Trigger.Start >= e.Trigger.End || int(e.Head) <= last {
				t.Fatalf("trigger %v of %q out of order or of the text", e.Trigger, text)
			}
			last = int(e.Head)
			if parseStatus(e.Status) == unknown && e.Status != "unknown" {
				t.Fatalf("no status %q", e.Status)
			}
		}
	})
}
