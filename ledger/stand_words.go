package ledger

import "regexp"

// The words by which stands are found.

// A standPattern finds a stand of one issue in a main clause in small letters.
type standPattern struct {
	issue   issue
	so      bool // that it is so, where the clause does not deny it
	head    bool // the clause denies it if it denies the first word, and not the last
	words   *regexp.Regexp
	with    *regexp.Regexp // what the clause must hold besides
	without *regexp.Regexp // or must not
}

const (
	craftNouns = `(?:jets?|planes?|aircraft|bombers?|warplanes?|airliners?|helicopters?|drones?|fighter jets?|ships?|warships?|boats?|vessels?|frigates?|destroyers?|submarines?|tanks?)`
	testNouns  = `(?:inspections?|tests?|exams?|examinations?|checks?|audits?|reviews?)`
	forceNouns = `(?:soldiers?|troops?|servicemen|men|personnel|officers?|sailors?|airmen|marines?|people|members)`
)

// standPatterns are looked for in turn; the first of an issue counts.
var standPatterns = []standPattern{
	// That aircraft or ships were lost.
	// "all its jets returned safely"
	{issue: onCraft, so: false, words: regexp.MustCompile(`\b(?:returned|landed|came back|returned to base|back) (?:safely|unharmed|intact|undamaged|to base|to port|to harbour|home)\b`), with: regexp.MustCompile(`\b` + craftNouns + `\b`)},
	// "had lost two patrol boats"
	{issue: onCraft, so: true, words: regexp.MustCompile(`\b(?:lost|losing|lose|loss of|downed|destroyed|sank|sunk) (?:[\w'-]+ ){0,4}?` + craftNouns + `\b`)},
	// "three of the planes were shot down"
	{issue: onCraft, so: true, head: true, words: regexp.MustCompile(`\b(?:failed to return|did not return|shot down|brought down|crashed|sank|was downed|were downed|was lost|were lost|was sunk|were sunk)\b`), with: regexp.MustCompile(`\b(?:` + craftNouns + `|it)\b`)},

	// That people were hurt.
	// "the fleet lost nobody"
	{issue: onHarm, so: false, head: true, words: regexp.MustCompile(`\blost (?:nobody|no one|none of (?:its|their|our))\b`)},
	// "the crew were unhurt"
	{issue: onHarm, so: false, words: regexp.MustCompile(`\b(?:unhurt|unharmed|uninjured|unscathed)\b|\b(?:returned|rescued|evacuated|ashore|escaped) safely\b|\bsafe and (?:sound|well)\b`), without: regexp.MustCompile(`\b` + craftNouns + `\b.* safely`)},
	// "nine workers were injured"
	{issue: onHarm, so: true, words: regexp.MustCompile(`\b(?:hurt|injured|harmed|wounded|injur(?:y|ies)|casualt(?:y|ies)|killed|died|dead|deaths?|fatalit(?:y|ies)|burns)\b|\bin hospital\b|\blost (?:[\w-]+ ){0,3}?` + forceNouns + `\b`), without: theDead},

	// That somebody has the speaker's trust.
	// "the board had lost confidence in her"
	{issue: onTrust, so: false, head: true, words: regexp.MustCompile(`\b(?:lost|losing|withdrew|withdrawn|withdrawing) (?:[\w']+ ){0,2}?(?:confidence|trust|faith|support|backing)\b|\b(?:confidence|trust|faith)\b.{0,30} (?:was|been|were) (?:lost|gone|destroyed)\b`)},
	// "the mayor has our full support"
	{issue: onTrust, so: true, words: regexp.MustCompile(`\b(?:confidence|trust|faith) in\b|\b(?:full|complete|total|every|firm|absolute|unwavering) (?:confidence|trust|support|backing)\b|\b(?:stands?|stood|standing) (?:firmly |fully )?(?:by|behind)\b|\b(?:trust(?:s|ed)?|believed? in) (?:him|her|them)\b`)},
	// "I asked the warden to step down"
	{issue: onTrust, so: false, head: true, words: regexp.MustCompile(`\bto (?:resign|step down|go|quit)\b`), with: regexp.MustCompile(`^(?:[\w' -]+)to (?:resign|step down|go|quit)\b`)},

	// That somebody gives up his office.
	// "he would remain in office"
	{issue: onLeaving, so: false, head: true, words: regexp.MustCompile(`\b(?:remain|stay|continue)(?:s|ing)? (?:on as|in office|in (?:his|her|my) (?:post|job|office)|as)\b`)},
	// "she is stepping down"
	{issue: onLeaving, so: true, without: regexp.MustCompile(`\b(?:should|must|ought|needs? to|has to|have to|call(?:s|ed)? (?:on|for))\b`), words: regexp.MustCompile(`\b(?:resign(?:s|ed|ing)?|step(?:s|ped|ping)? (?:down|aside)|stand(?:s|ing)? down|stood down|quit(?:s|ting)?|leav(?:e|es|ing) (?:(?:his|her|their|the|my) (?:post|office|job|cabinet|government)|office)|giv(?:e|ing) up (?:his|her|my) (?:post|job|office))\b`)},

	// That a thing passed an inspection.
	// "the lift passed all its safety checks"
	{issue: onTest, so: true, words: regexp.MustCompile(`\bpass(?:ed|es)? (?:[\w']+ ){0,4}?` + testNouns + `\b`)},
	// "the bridge failed an inspection", but not "hid failed tests"
	{issue: onTest, so: false, head: true, words: regexp.MustCompile(`\b(?:fail(?:ed|s)? (?:an?|the|its|their|his|her|all|every|this|two|three|four|several|some|both) |(?:has|have|had|it|they|which|that) fail(?:ed)? )(?:[\w']+ ){0,4}?` + testNouns + `\b`)},

	// That somebody was armed.
	// "the man was armed"
	{issue: onArms, so: true, words: regexp.MustCompile(`\b(?:was|were|is|are|been) (?:\w+ )?armed\b|\b(?:carried|carrying|had|held) (?:a|no|any) (?:gun|knife|weapon|pistol|rifle|firearm)\b`)},
	// "the boy was unarmed"
	{issue: onArms, so: false, words: regexp.MustCompile(`\bunarmed\b`)},

	// That somebody is alive.
	// "the captain was killed"
	{issue: onLife, so: false, words: regexp.MustCompile(`\b(?:was|were|been|is) (?:\w+ )?(?:killed|dead|shot dead)\b|\bdied\b`)},
	// "the captain is alive"
	{issue: onLife, so: true, words: regexp.MustCompile(`\b(?:is|was|were|are) (?:still )?alive\b|\bsurvived\b|\b(?:is|was) (?:recovering|in hospital)\b`)},

	// That records are there still.
	// "the tapes were erased"
	{issue: onRecords, so: false, words: regexp.MustCompile(`\b(?:destroyed|deleted|erased|shredded|wiped)\b`), with: recordNouns},
	// "the recordings exist"
	{issue: onRecords, so: true, words: regexp.MustCompile(`\b(?:exist(?:s|ed)?|kept|preserved|intact|stored)\b`), with: recordNouns},
}

var (
	theDead       = regexp.MustCompile(`\b(?:its|their|our|his|her|the|of) (?:own )?(?:dead|wounded|injured)\b`) // "the tools of its dead had not been returned"
	manner        = regexp.MustCompile(`down|sunk|destroyed|sank`)
	doubtWords    = regexp.MustCompile(`\b(?:may|might|could|considering|considers?|whether|possible|possibly|weighing)\b`)
	recordNouns   = regexp.MustCompile(`\b(?:recordings?|files?|documents?|data|tapes?|footage|letters?|records?|messages?|e-?mails?|notes?|videos?|copies)\b`)
	notPlanned    = regexp.MustCompile(`\b(?:not|n't|no longer|never) (?:on the table|planned|planning|being considered|considering|considered|under consideration|on the agenda|an option|in talks|negotiating)\b|\bno (?:plans?|talks|negotiations|proposals?|intention)\b`)
	isPlanned     = regexp.MustCompile(`\b(?:considering|considers|weighing|weighs|mulling|exploring|studying|planning to|plans to|in talks|negotiating|held talks|holding talks|is to|under consideration)\b`)
	shipNouns     = regexp.MustCompile(`\b(?:ships?|warships?|boats?|vessels?|frigates?|destroyers?|submarines?)\b`)
	withLimit     = regexp.MustCompile(`\b(?:before|until|unless|without)\b`)
	ownLosses     = regexp.MustCompile(`\b(?:our|its own|one of its|failed to return|did not return)\b|\b(?:it|they|we) (?:had |has |have )?lost\b`)
	conditional   = regexp.MustCompile(`^"?(?:if|unless|whether|should)\b|\bunless\b|\b(?:may|might|could|possibly|perhaps) (?:have|be)\b`)
	everWords     = regexp.MustCompile(`\b(?:never|at no time|at no point|not once)\b`)
	futureWords   = regexp.MustCompile(`\b(?:will|would|shall|won't|wouldn't|'ll|going to|no (?:plans?|intention)|not (?:plan|planning|intend|considering|thinking)|ready to|ready for|plans? to|intends? to)\b`)
	perfectPast   = regexp.MustCompile(`\bhad (?:not )?been\b`)
	perfectWords  = regexp.MustCompile(`\b(?:has|have|hasn't|haven't) (?:not |also |so far |already )?(?:been\b|\w+ed\b|\w+en\b|had\b|made\b|found\b|lost\b|met\b)|\bhad (?:not )?been\b|\bhadn't been\b`)
	presentWords  = regexp.MustCompile(`\b(?:has no|have no|is|are|am|isn't|aren't|there's|remains?)\b`)
	processWords  = regexp.MustCompile(`\b(?:yet|so far|at this (?:stage|point|time)|currently|at the moment|immediate(?:ly)?|for now|until now|reports of)\b|\b(?:been|being|was|were|is|are|had|has|have) (?:yet |also |immediately )?(?:reported|confirmed|recorded|registered|found|identified|announced|scheduled|arrested|charged|decided|suspended|set)\b|\bno (?:known |immediate |further |official )?(?:evidence|indications?|signs?|proof|confirmation|arrests?|charges|decisions?|date|votes?|agreements?|deal|breakthrough|progress|contact|need|reason|doubt|comment)\b|\b(?:not|isn't|wasn't) (?:clear|known|decided|confirmed|scheduled|voted|agreed)\b`)
	harming       = regexp.MustCompile(`\b(?:killed|injured|wounded|hurt|harmed) (?:at least |about |some |more than |an? |the |up to )?(?:\w+ ){0,2}?(?:people|person|civilians?|soldiers?|fighters?|militants?|rebels?|terrorists?|gunmen|insurgents?|men|women|children|enemy|others|officers?)\b|\b(?:militants?|rebels?|terrorists?|gunmen|insurgents?|enemy|attackers?)\b`)
	gravely       = regexp.MustCompile(`\b(?:seriously|badly|critically|gravely|severely|serious|severe|else)\b`)
	everyone      = regexp.MustCompile(`\b(?:every(?:body|one)|all|both|lost (?:nobody|no one|none of)|no (?:\w+ )?(?:casualties|injuries|deaths|fatalities|losses))\b`)
	someone       = regexp.MustCompile(`\b(?:an?|one|some|several|another) (?:\w+ ){0,2}?(?:worker|man|woman|person|people|child|boy|girl|passenger|soldier|officer|employee|driver|firefighter|resident|student|guard|sailor|pilot|civilian|crew|staff|members?|workers|passengers|soldiers)\b`)
	deadOnly      = regexp.MustCompile(`killed|died|dead|death|fatalit`)
	pronounObject = regexp.MustCompile(`\b(?:him|her|them)\b`)
	becauseWords  = regexp.MustCompile(`\bbecause(?: of)?\b|\bdue to\b|\bowing to\b|\bon account of\b|\bfor ((?:\w+ ){1,3})reasons\b|\bon ((?:\w+ ){1,2})grounds\b`)
	notBecause    = regexp.MustCompile(`\b(?:not|no|never)\b|n't\b`)
	bareSubject   = regexp.MustCompile(`^"?(?:he|she|it|they|i|we)\b`)
	notRuledOut   = regexp.MustCompile(`\b(?:not|n't|cannot|never) (?:be |been |yet )?rul(?:e|ed|ing) out\b`)
	nothingFound  = regexp.MustCompile(`\b(?:no|any) (?:\w+ )?(?:evidence|indications?|signs?|proof)\b`)
	rulesOut      = regexp.MustCompile(`\b(?:rul(?:ed|es|ing) out|no (?:plans?|intention) (?:to|of)|would not|will not|won't)\b`)

	// decisions are what is decided for a reason, by stem; words for one deed have one number.
	decisions = func() map[uint32]uint32 {
		m := map[uint32]uint32{}
		for i, list := range []string{"dismissed dismissal sacked sacking fired firing removed removal ousted ouster", "closed closing closure shut shutting", "recalled recall", "cancelled canceled cancellation postponed delayed delay scrapped abandoned",
			"suspended suspension halted", "banned ban", "arrested arrest detained detention", "withdrew withdrawn withdrawal pulled", "evacuated evacuation"} {
			for h := range setOfStems(list) {
				m[h] = uint32(i + 1)
			}
		}
		return m
	}()

	// harmGroups are the kinds of people of whom alone a content may say that none was hurt; one number for each.
	harmGroups = func() map[uint32]uint32 {
		m := map[uint32]uint32{}
		for i, list := range []string{"soldier soldiers troops serviceman servicemen", "civilian civilians", "officer officers policeman policemen", "passenger passengers", "prisoner prisoners inmate inmates", "child children pupil pupils student students",
			"firefighter firefighters", "hostage hostages", "journalist journalists"} {
			for h := range setOfStems(list) {
				m[h] = uint32(i + 1)
			}
		}
		return m
	}()

	craftStems    = setOfStems("jet jets plane planes aircraft bomber bombers warplane warplanes airliner helicopter helicopters drone drones ship ships warship warships boat boats vessel vessels frigate frigates submarine submarines tank tanks")
	aroundDenied  = setOfStems("kind sort any anybody anyone anything whatsoever plan plans planned planning our my your intend intends intended intention considering considered thinking use used using take took place carry carried make made happen happened occur occurred exist existed staff employee employees personnel worker workers somebody ruled ruling part way case fact issue question single")
	planning      = setOfStems("considering considers considered weighing weighs mulling exploring studying planning plans planned talks negotiating negotiations held holding table option agenda consideration proposal proposals")
	blowStems     = setOfStems("hit struck strike shelled bombed poisoned attacked burned destroyed sank sunk torpedoed torched damaged blew misfired rammed")
	ownBelongings = setOfWords("its our one it we they their")
	ownPronouns   = setOf("he she i it")
	deadStem      = stemsOf("killed")[0]
	pronounStem   = hashString("a pronoun")
)

// dismissal is the number of the words for one among [decisions].
const dismissal = 1
