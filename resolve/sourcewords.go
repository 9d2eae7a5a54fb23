package resolve

import (
	"slices"
	"strings"
)

// Words that say what kind of source a noun phrase is, by the lemma of its head. Facts of the
// language, one kind a table.
var (
	documentNouns = words(`report statement document indictment memo memorandum letter study poll survey complaint filing affidavit lawsuit suit tweet post transcript order ruling
email e-mail paper data record book analysis website article release communique decree law bill footage video recording message text note resolution declaration charge-sheet dossier
testimony verdict judgment motion brief audit assessment register figures census warrant advisory bulletin dispatch cable manifesto contract agreement list file
sign result finding evidence fact number statistic example history event rumour rumor theory logic rule plan proposal photograph photo image map graph chart speech interview investigation probe inquiry enquiry review tally chargesheet constitution proclamation summary announcement research information intelligence calculation model directive mandate treaty rules code survey dataset log excerpt screenshot clip tape imagery notice update toll count test increase rise fall lack search aircraft sample evidence outcome biography memoir petition subpoena readout version edition draft account rumours speculation allegation claim assertion`)

	// officeModifiers stand before the noun of an office.
	officeModifiers = words(`prime foreign health defence defense interior finance justice education energy oil transport labour labor agriculture environment culture trade security home state vice
supreme deputy first acting chief national military army navy press general intelligence economy information housing`)

	// portfolios are offices "for" something: "Secretary for Security Chris Tang".
	portfolios = words(`secretary minister undersecretary under-secretary commissioner director rapporteur envoy representative coordinator ombudsman`)

	// sentTo are offices at somebody's: "Ambassador to Norland Ida Orr".
	sentTo = words(`ambassador envoy adviser advisor representative emissary nuncio liaison`)

	// countNouns are what somebody keeps who adds up what others report.
	countNouns = words(`count tally tracker database compilation`)

	organisationNouns = words(`government ministry department agency office administration authority company firm corporation bank court police army navy military force party parliament congress
senate house council commission committee group organisation organization union association service bureau institute university school hospital church court tribunal regime junta
embassy consulate campaign team club federation foundation charity network coalition alliance board panel watchdog regulator prosecutor's cabinet opposition militia command
headquarters staff brigade city state county country nation kingdom republic industry company's palace presidency monitor observatory lab laboratory think-tank thinktank side bench charity ngo forum delegation society institution trust fund authority administration faction rebels movement syndicate diocese archdiocese parish synagogue mosque seminary judiciary bloc body chamber mission centre center wing unit province prefecture municipality town township district borough village camp pac academy museum college league clinic`)

	outletNouns = words(`television tv radio newspaper paper magazine broadcaster channel network station outlet daily weekly tabloid journal website agency newswire`)

	// publications stand before an outlet's name.
	publications = words(`newspaper website magazine tabloid daily weekly newswire broadcaster site blog newsletter podcast`)

	// apposedOutlets tell what kind of thing the name before them is.
	apposedOutlets = words(`television tv radio newspaper magazine broadcaster channel outlet daily weekly tabloid newswire`)

	// outletEndings and companyEndings close names that a report may use without saying what they name.
	outletEndings  = words(`times post press ledger herald tribune gazette chronicle courier inquirer examiner bulletin telegraph mirror sentinel news tv television radio globe journal observer broadcasting wire newspaper daily`)
	companyEndings = words(`inc inc. ltd ltd. corp corp. co co. llc plc shipping airlines airways motors energy holdings industries systems technologies partners capital pharmaceuticals railways lines oil gas power electric`)

	// firmEndings and paperEndings close names and are nobody's family name, so that what ends in one is no person, whatever its first
	// word: "Orrin Minerals".
	firmEndings = words(`minerals airlines airways motors holdings industries systems technologies pharmaceuticals railways inc inc. ltd ltd. corp corp. llc plc
mining petroleum resources logistics maritime shipping securities analytics aviation insurance aerospace telecom telecommunications enterprises properties chemicals metals
bancorp bank software semiconductors foods breweries beverages utilities ventures associates consultancy solutions networks`)
	paperEndings = words(`daily newspaper news tv television times tribune gazette chronicle broadcasting newswire`)

	// knownPeople are names that reports of all countries use alone, for persons.
	knownPeople = words(`trump biden obama putin zelensky zelenskyy zelenskiy netanyahu erdogan erdoğan macron merz starmer modi lula bolsonaro milei maduro khamenei
guterres lukashenko orban orbán meloni sisi assad musk hegseth rubio vance lavrov araghchi abbas nasrallah sinwar haniyeh`)

	// freshWords before "figures" say that they are numbers: "the latest figures".
	freshWords = words(`latest recent official new preliminary provisional early updated government`)

	// personEndings end as things do and are somebody.
	personEndings = words(`sibling offspring underling hireling weakling acquaintance relation connection audience`)

	// peopleNouns are plural or collective words for people that need no numeral to be a group.
	peopleNouns = words(`people family public crowd media press personnel youth folk majority minority couple pair trio audience community`)

	// officeNouns name posts that one person holds at a time in their place, so that "the president" is somebody in particular.
	officeNouns = words(`president minister premier chancellor secretary governor mayor king queen prince princess pope ambassador commissioner chairman chairwoman chair chairperson director
speaker leader chief commander general admiral colonel judge prosecutor attorney senator congressman congresswoman representative lawmaker treasurer dean principal coach captain sheriff
inspector superintendent envoy monarch emperor sultan emir shah ayatollah sheikh bishop archbishop cardinal rabbi imam patriarch ceo executive founder owner editor author manager head
spokesman spokeswoman spokesperson candidate nominee host boss master marshal lieutenant major sergeant constable deputy undersecretary vice-president coroner lawyer professor doctor`)

	// titles stand before a name and are no part of it.
	titles = words(`mr mrs ms miss dr prof sir dame lord lady mr. mrs. ms. dr. prof. gen. lt. col. maj. sgt. capt. cpl. adm. rep. sen. gov. rev. hon. st.
gen lt col maj sgt capt cpl adm brig brig. rep sen gov rev mp mep mla msp cllr cllr.
president minister premier chancellor secretary governor mayor king queen prince princess pope ambassador commissioner chair chairman chairwoman director speaker leader chief commander adviser advisor
general admiral colonel judge prosecutor attorney senator congressman congresswoman representative advocate solicitor barrister counsel deputy lieutenant major sergeant captain sheriff inspector superintendent
professor doctor bishop archbishop cardinal rabbi imam sheikh ayatollah marshal brigadier commodore corporal commandant envoy rapporteur ombudsman chairperson spokesman spokeswoman spokesperson coach officer detective justice candidate assemblywoman assemblyman councillor councilwoman councilman alderman baroness baron count pastor councilor constable commissioner
coroner executive trooper warden undersheriff undersecretary resident residents survivor witness eyewitness villager shopkeeper farmer fisherman firefighter sub-inspector mp mep md taoiseach premier economist analyst spokesperson det det. ch insp insp. supt supt. dci di ds dc pc cllr cmdr brig brig. amb amb. pres. sec. asst asst.`)
)

// shortOffices are the nouns of offices that are written short before a name: "Gov. Ida Orr", then "the governor".
var shortOffices = map[string]string{"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "adm": "admiral", "col": "colonel", "capt": "captain", "sgt": "sergeant",
	"lt": "lieutenant", "maj": "major", "insp": "inspector", "supt": "superintendent", "amb": "ambassador", "pres": "president", "prof": "professor", "dr": "doctor", "cmdr": "commander"}

// Titles and roles that tell he from she.
var (
	hisWords = words(`mr mr. sir lord king prince pope congressman businessman policeman man father son brother husband uncle`)
	herWords = words(`mrs ms miss mrs. ms. dame lady queen princess spokeswoman chairwoman congresswoman businesswoman policewoman woman mother daughter sister wife aunt`)
)

// epithets stand for a person who has just been named: "the Vik Republican", "the 54-year-old lawmaker".
var epithets = words(`democrat republican conservative tory liberal socialist lawmaker legislator politician billionaire businessman businesswoman actor actress singer activist academic historian economist
veteran novelist journalist backbencher mp mep congressman congresswoman tycoon financier entrepreneur`)

// generalBodies stand for an organisation that was just named, whatever its name ends in: "the thinktank".
var generalBodies = words(`company firm group agency organisation organization thinktank think-tank charity watchdog body union association bank retailer carmaker airline club developer
manufacturer regulator operator broadcaster supermarket chain insurer lender utility startup start-up nonprofit non-profit monitor institute federation`)

// stateBodies are no group, company or charity.
var stateBodies = words(`government ministry department army navy police military parliament congress senate court administration`)

// localBodies tell officials of theirs from those of a government.
var localBodies = words(`hospital union company police city village town local medical health rescue football league club school university un church bank`)

// ordinalNumber is the number of members that an ordinal needs: "a fourth" is none of three.
var ordinalNumber = map[string]int{"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}

// bareWords stand for a noun that was said before: "one said", "another described", "a third said", "some said".
var bareWords = words(`one another second third fourth fifth other others some both many several most two three four five`)

// platformNames are where posts are made, and not who says something.
var platformNames = strings.Fields("Twitter X Facebook Instagram Telegram TikTok Reddit YouTube WhatsApp LinkedIn Bluesky Threads Mastodon Weibo Snapchat Periscope TruthSocial")

// isPlatform says whether posts are made there.
func isPlatform(name string) bool {
	return slices.Contains(platformNames, strings.ReplaceAll(name, " ", ""))
}

// headlineBodies open headlines and are no names.
var headlineBodies = words(`union company firm group ministry government police court council board army navy party bank report study poll hospital school`)

// highOffices are offices whose holders a report may name without them.
var highOffices = words(`president premier minister chancellor pope king queen`)

// givenTitles stand before a given name alone.
var givenTitles = words(`prince princess king queen pope sheikh emir duke duchess archduke patriarch emperor sultan sister brother father`)

// courtesies stand before anybody's name.
var courtesies = words(`mr mrs ms miss dr mr. mrs. ms. dr. sir datuk dato' tun`)

// theOutlets are words that with "the" are an outlet's whole name: "the Guardian understands".
var theOutlets = words(`guardian independent telegraph sun mirror economist times post journal spectator standard age australian hindu scotsman intercept atlantic dawn herald observer
ledger chronicle tribune courier examiner gazette sentinel information register bulletin dispatch record tidings beacon`)

// postNominals follow a name and are no part of it.
var postNominals = map[string]bool{"KC": true, "QC": true, "SC": true, "MP": true, "MEP": true, "MSP": true, "MLA": true, "OBE": true, "CBE": true, "MBE": true, "PhD": true, "Jr": true, "Jr.": true, "Sr": true, "Sr.": true}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// counts are number words that say how many speak.
var countWords = map[string]int{"a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

// ordinals tell the members of a group apart: "a second official".
var ordinals = words(`first second third fourth fifth sixth other another`)
