package resolve

import (
	"strings"

	"sayso/parse"
)

// Which nouns are of people, so that "the rhetoric" or "her profile" is no unnamed person.

// human says whether one whom the noun names is somebody.
func human(noun string) bool {
	if humanNouns[noun] || hisWords[noun] || herWords[noun] || officeNouns[noun] || epithets[noun] || insiders[noun] || titles[noun] || personEndings[noun] {
		return true
	}
	if notHuman[noun] {
		return false
	}
	for _, end := range [...]string{"er", "or", "ist", "ian", "ee", "man", "woman", "person", "mate", "child", "in-law", "mom", "dad", "father", "mother", "boy", "girl", "friend", "-old"} {
		if len(noun) > len(end)+2 && strings.HasSuffix(noun, end) {
			return !strings.HasSuffix(noun, "paper") && !strings.HasSuffix(noun, "letter") && !strings.HasSuffix(noun, "center")
		}
	}
	return false
}

// humanNouns are nouns of people whose endings do not tell it.
var humanNouns = words(`boy crew student employee accused addict adolescent adult agent aide ally alumnus ancestor anybody anyone apprentice architect artist athlete attorney attache aunt babe baby barber baron bride
brother buddy captive casualty celebrity champ champion chap chemist chief child chum citizen civilian clergyman cleric clerk client coach colleague comic commandant
companion comrade confidant confidante conscript convict cook cop correspondent cousin critic crony culprit curator dad daughter dean deceased delegate deputy detective
dictator diplomat director disciple dissident donor dude elder envoy escort ex ex-convict executive expat expert fan father fellow felon female fiance fiancé fiancee
fiancée foe friend genius gentleman girl graduate grandad grandma grandmother grandpa grandparent groom guard guest guide guru guy gymnast head heir hero heroine hostage
human husband icon idiot idol individual infant inmate insurgent intern jihadi judge jury juvenile kid king lad lady landlady landlord lass laureate legend liberal local
lord magnate maid male maniac maverick medic member mentor midwife minor mogul mom monk mum national native nazi neighbor neighbour nephew newcomer niece nobody nun nurse
official onlooker operative opponent orphan outsider pal paramedic parent partisan partner passerby passer-by patient patriarch patriot patron peer person personality
pilgrim pilot poet president priest prodigy professional prophet protege protégé pundit pupil quarterback rabbi radical rebel recipient recruit rep representative
respondent rival romantic rookie saint sage scout scribe secretary senator sheik sibling sister sleuth somebody someone son soul source specialist spouse spy steward
student subject subordinate superintendent surgeon suspect teen tenant thief thug tsar twin tycoon tyrant uncle veteran vet vicar victim villain warlord wife widow
witness woman youngster youth zealot surrogate theologian hopeful candidate nominee advocate analyst associate detainee electorate magistrate marine monarch narrator
strategist technocrat undergraduate democrat bureaucrat aristocrat homie bro whistle-blower mole congressperson prosecutor barista alderman accountant applicant assailant
assistant attendant claimant combatant complainant consultant contestant defendant dependent descendant giant immigrant informant inhabitant lieutenant litigant merchant
migrant militant occupant participant peasant sergeant servant resident incumbent adherent insider heavyweight figurehead frontman loudmouth sympathiser
actress hostess waitress stewardess princess duchess countess heiress priestess mistress seamstress governess entrepreneur chauffeur masseur saboteur amateur connoisseur
provocateur restaurateur cabbie cabby goth nomad caddie jockey sherpa shepherd farmhand deckhand stagehand bookie junkie hippie roadie newbie academic mechanic critic
sceptic skeptic alcoholic catholic fanatic lunatic cynic heretic mystic stepmom acrobat astronaut cosmonaut au-pair babysitter bellhop coxswain crook diva ethicist
gangster hobo imam mullah ayatollah mufti pastor nun oligarch ombudsman outlaw scoutmaster headmaster headmistress postmaster quartermaster townsfolk vagabond valet virologist`)

// notHuman are nouns of things that end as nouns of people do.
var notHuman = words(`answer armor ardor banner barometer barrier beer behavior behaviour border boiler bumper browser caliber calibre cancer career carrier center chamber chapter character
charter chopper cluster coffee color colour committee computer container cooler copper copter corner corridor cover counter counteroffer cruiser cyber danger decree
degree detector dinner disaster disclaimer disorder elevator encounter entree error escalator exterior eye-opener factor fee fervor fever fiber filter finger floor flyer
flower folder freighter fundraiser furor game-changer gender generator hammer hanger harbor harbour heater helicopter honor humor hunger identifier indicator interior
jubilee layer ledger letter lever lighter liquor liter litre liver lumber manner manor marker matter median melee merger metaphor meteor meter mirror misdemeanor monitor
monster mortar motor murder newsletter newspaper number odor offer order oyster paper parameter pattern pepper perimeter pointer polymer poster powder power prayer
precursor predictor primer printer processor projector propeller quarter radar rancor reactor recorder refrigerator register remainder reminder revolver river rotor
rudder rubber rumor rumour scanner sector semester semiconductor sensor server shelter shower shoulder silver simulator slaughter spree sticker summer supper surrender
tanker teaser teleprompter tender terror theater thermometer thriller thunder ticker timber timer tower trailer trawler trigger tremor tree transfer transformer
transponder tumor twitter twister vapor vector vigor visor wafer waiver water weather whisper winter wonder wrapper checklist fist gist heist list mist playlist shortlist
twist waist watchlist wrist manslaughter whatever takeover handover makeover turnover leftover breaker`)

// quantities are nouns that with "of" tell how many, or how large a part, of those who are meant: "a majority of voters", "a lot of people".
var quantities = words(`lot majority minority plurality half third quarter fifth tenth percent % percentage share proportion number handful dozen score bulk rest plenty couple pair trio host array bunch slew raft
swath fraction portion remainder group crowd series range variety cross-section sampling sample`)

// partWords are those of them whose number is no number of people: "21 percent", "9% of voters".
var partWords = words(`percent % percentage share proportion half third quarter fifth tenth majority minority plurality fraction portion`)

// coreNoun is the last noun of a phrase before what follows its noun, wherever the tree has its head: "student" in "an 11th grade Vale High
// student who was there".
func coreNoun(d *parse.Doc, first, end int32) string {
	noun := ""
	for i := first; i < end; i++ {
		switch t := &d.Tokens[i]; {
		case t.UPOS == parse.NOUN:
			noun = strings.ToLower(t.Lemma)
		case t.UPOS == parse.ADP && d.Word(i) != "-", t.UPOS == parse.PRON && i > first && t.XPOS != parse.XPRPS, t.UPOS == parse.VERB && noun != "", d.Word(i) == ",":
			return noun
		}
	}
	return noun
}

// ofQuantity gives a phrase that opens with a quantity the noun of those who are meant: a majority of voters are voters, and many.
func (p *nounPhrase) ofQuantity(d *parse.Doc) {
	if noun := strings.ToLower(d.Tokens[p.head].Lemma); !quantities[noun] || noun != p.noun || p.pronoun != "" || p.ordinal {
		return
	}
	of := int32(-1)
	for _, c := range d.Children(p.head) {
		if c > p.head && c < p.end && of < 0 && d.Tokens[c].Label == parse.Nmod && (hasCase(d, c, "of") || hasCase(d, c, "in")) {
			of = c
		}
	}
	part := partWords[p.noun]
	if of < 0 && !part {
		return
	}
	if of >= 0 && hasCase(d, of, "of") {
		if d.Tokens[of].XPOS != parse.XNNS && d.Tokens[of].XPOS != parse.XNNPS && !peopleNouns[strings.ToLower(d.Tokens[of].Lemma)] && !part {
			return // "a group of the party"
		}
		p.noun = strings.ToLower(d.Tokens[of].Lemma)
	}
	p.plural, p.definite, p.indefinite, p.partitive = true, false, false, -1
	if part || p.count == 1 {
		p.count = 0
	}
}
