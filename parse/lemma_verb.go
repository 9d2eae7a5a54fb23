package parse

import "strings"

// regular are verbs of news that the treebanks hold in no or few forms, so that the model's endings lead astray ("raided" from
// "raide", "freed" from "fre"). They are asked before the endings, after the words that the treebanks hold.
var regular = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`accede agree aid amnesty applaud bemoan blast blockade boast boom boycott censor chime convene dare decree deplore ding
disagree dissuade entreat exchange explode extradite favor favour fine flood flout free gloat gripe groan guarantee honor honour hope ignite imagine implore intone
invade joke kidnap lambast lambaste laud lean loot massacre moan monitor murmur nickname open opine parole phone postpone probe quip quiz raid rape ready rebuke rebut
reconcile retreat revoke riot roar scrape shout sponsor strafe style telephone topple tour tout underline underscore unearth upgrade welcome whine abduct abandon ambush
annex arrest assassinate behead besiege blame board bomb bombard breach bulldoze bury capsize capture clash collapse collide condemn confiscate crash defuse demolish
denounce deport derail detain detonate devastate disarm dispatch displace douse drown engulf erupt escort evacuate evict execute expel exonerate ferry ground hijack impeach impound
imprison indict intercept interrogate jail leak level loiter maim mourn murder obliterate occupy overturn pardon perish plunder prosecute protest quell ransack ravage
recapture redeploy relocate repatriate rescue retaliate retrieve sabotage sail scramble scuttle seal seize sentence shell shelter shutter smuggle spill stampede station storm strand surrender
suspend swelter torch torpedo torture traffic trap uproot vandalise vandalize violate`) {
		m[w] = true
	}
	return m
}()

// regularVerb is the verb of the table that w is a regular form of. "hoped" is of "hope", and of two verbs that both could be
// ("scraped") the one with the e.
func regularVerb(w string, u UPOS) (string, bool) {
	if u != VERB || len(w) < 5 || !isLower(w) {
		return "", false
	}
	if strings.HasSuffix(w, "ied") {
		return "", false
	}
	if stem, ok := strings.CutSuffix(w, "ed"); ok {
		if v := w[:len(w)-1]; regular[v] {
			return v, true
		}
		if regular[stem] {
			return stem, true
		}
		return undoubled(stem)
	}
	if stem, ok := strings.CutSuffix(w, "ing"); ok {
		if regular[stem] {
			return stem, true
		}
		if regular[stem+"e"] {
			return stem + "e", true
		}
		return undoubled(stem)
	}
	return "", false
}

// undoubled is the verb whose last consonant an ending doubles: "trapped" of "trap".
func undoubled(stem string) (string, bool) {
	n := len(stem)
	if n < 3 || stem[n-1] != stem[n-2] {
		return "", false
	}
	return stem[:n-1], regular[stem[:n-1]]
}
