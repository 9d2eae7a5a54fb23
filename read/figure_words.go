package read

import "strings"

// A wordClass is what a word can be for the counting of victims. A word can be several.
type wordClass uint64

const (
	clPerson     wordClass = 1 << iota // noun for people: man, insurgents, victims
	clSingular                         // … that is one person: man, leader
	clBe                               // forms of be and get that make a passive
	clHave                             // forms of have
	clModal                            // would, could, may: what follows need not have happened
	clNot                              // not, n't, never
	clPrep                             // prepositions: an noun phrase ends before them
	clConj                             // and, or, but, while
	clRel                              // who, that, which, whose, where
	clDet                              // the, this, those: known already
	clIndef                            // a, an
	clPoss                             // his, her, their
	clPronSg                           // he, she, him, her
	clPronPl                           // they, them
	clReflexive                        // himself, herself, themselves
	clOther                            // other, additional, another, more: besides those named before
	clEnd                              // verbs and others that end a noun phrase, where tags are unsure
	clTime                             // weekdays, months, today, night: they stand beside noun phrases
	clUnit                             // measures that are never people: years, miles, percent, dollars
	clWeapon                           // gun, bullet, gunfire
	clSome                             // all, each, every, both
	clAnimal                           // dogs, cattle: killed, but no casualties
	clCue                              // in measureWords
	clNumeral                          // a number in words: six, dozens, third
	clOpener                           // one of those that open a noun phrase: six, dozens
	clQuantity                         // can open a quantity: six, at least, a dozen
	clIdiom                            // in idioms
	clCollective                       // people whose plural says no number: police, staff
	clMoney                            // signs, codes and names of currencies
)

// A measureKind says where the words for those counted stand, seen from the cue.
type measureKind uint8

const (
	cueNone    measureKind = iota
	cuePart                // past or participle of a transitive verb: "killed"
	cueActive              // a form that can only be active: "kills", "wounding"
	cueBase                // base form: "kill": active, and unreal after "to" or a modal
	cueIntrans             // the subject suffers it: "died"
	cueAdj                 // "dead", "missing": beside its noun or after be
	cueCount               // a noun that is counted itself: "12 deaths"
	cueToll                // "toll": a number follows
)

// A measureWord is a word that says what is counted.
type measureWord struct {
	measure string
	kind    measureKind
	key     string // the cue's family: killed, died, dead, shot, wounded, detained …
}

var measureWords = map[string]measureWord{}

func addCues(kind measureKind, measure, key, words string) {
	for _, w := range strings.Fields(words) {
		measureWords[w] = measureWord{measure, kind, key}
	}
}

var wordClasses = map[string]wordClass{}

func addClass(c wordClass, words string) {
	for _, w := range strings.Fields(words) {
		wordClasses[w] |= c
	}
}

func init() {
	addMeasures()
	addPeople()
	addGrammar()
	markTables()
}

// addMeasures enters the words for what befell people.
func addMeasures() {
	addCues(cuePart, "killed", "killed", "killed slain slew murdered massacred executed beheaded assassinated electrocuted slaughtered lynched gunned")
	addCues(cuePart, "killed", "killed", "eliminated neutralized neutralised martyred")
	addCues(cueActive, "killed", "killed", "kills killing murders murdering slays slaying executes executing beheads assassinates assassinating massacres massacring")
	addCues(cueBase, "killed", "killed", "kill murder slay execute assassinate massacre")
	addCues(cueIntrans, "killed", "died", "died dies die perish drown perished perishes drowned succumbed")
	addCues(cueAdj, "killed", "dead", "dead deceased lifeless")
	addCues(cueCount, "killed", "deaths", "deaths fatalities fatality homicides killings slayings murders death homicide martyrs bodies body corpses corpse remains")
	addCues(cueToll, "killed", "toll", "toll")
	addCues(cuePart, "injured", "shot", "shot")
	addCues(cueActive, "injured", "shot", "shoots shooting")
	addCues(cueBase, "injured", "shot", "shoot")
	addCues(cuePart, "injured", "wounded", "injured wounded hurt maimed stabbed burned hospitalized hospitalised grazed harmed")
	addCues(cueActive, "injured", "wounded", "injures injuring wounding hurting hurts maiming stabbing stabs grazing")
	addCues(cueBase, "injured", "wounded", "injure maim harm stab")
	addCues(cueCount, "injured", "injuries", "injuries wounds casualties injury wound")
	addCues(cuePart, "captured", "captured", "captured recaptured detained arrested apprehended seized nabbed imprisoned abducted kidnapped")
	addCues(cueActive, "captured", "captured", "captures capturing detains detaining arrests arresting apprehends apprehending nabs abducts abducting kidnaps kidnapping")
	addCues(cueBase, "captured", "captured", "capture detain arrest apprehend abduct kidnap")
	addCues(cueIntrans, "captured", "surrendered", "surrendered")
	addCues(cuePart, "cases", "infected", "infected sickened")
	addCues(cueActive, "cases", "infected", "infecting infects sickening sickens")
	addCues(cueCount, "captured", "detentions", "arrests detentions detainment apprehension")
	addCues(cueAdj, "missing", "missing", "missing unaccounted")
	addCues(cueAdj, "displaced", "homeless", "homeless")
	addCues(cuePart, "displaced", "displaced", "displaced evacuated uprooted")
	addCues(cueActive, "displaced", "displaced", "displacing displaces evacuating evacuates")
	addCues(cueBase, "displaced", "displaced", "displace evacuate")
	addCues(cueIntrans, "displaced", "fled", "fled flee flees")
	addCues(cueIntrans, "survivors", "survived", "survived survives survive")
	addCues(cueCount, "survivors", "survivors", "survivors survivor")
	addCues(cuePart, "survivors", "rescued", "rescued saved")
	addCues(cueActive, "survivors", "rescued", "rescues rescuing saving")
	addCues(cueCount, "displaced", "displaced", "evacuees refugees")
}

// addPeople enters the words for those who are counted, and for animals, who are not.
func addPeople() {
	addClass(clPerson, `people persons men women children boys girls teens teenagers adults kids males females babies
		locals campers counselors counsellors servants herders pastoralists traders shopkeepers trekkers rescuers cyclists bikers skiers mountaineers commuters
		travellers travelers holidaymakers seafarers mercenaries conscripts reservists supporters followers squatters voters elders clerics imams priests
		nuns monks pastors missionaries volunteers contractors engineers technicians labourers laborers athletes players coaches passersby passers-by evacuees escapees insurgents militants fighters rebels terrorists gunmen suspects facilitators leaders commanders associates extremists
		soldiers troops servicemembers officers policemen deputies police civilians residents villagers bystanders victims passengers
		workers employees students teachers protesters demonstrators migrants refugees journalists individuals members others occupants
		patients crew sailors marines smugglers traffickers narcoterrorists narco-terrorists pilgrims worshippers worshipers hostages prisoners inmates
		detainees citizens tourists brothers sisters sons daughters parents relatives friends couples families siblings twins
		guards drivers motorists pedestrians shooters attackers assailants robbers burglars firefighters medics paramedics doctors
		nurses lawmakers politicians officials peacekeepers airmen guardsmen guests customers partygoers churchgoers shoppers
		miners farmers fishermen palestinians israelis iranians pakistanis indians chinese europeans filipinos mexicans venezuelans colombians sudanese ukrainians russians afghans iraqis syrians americans lebanese yemenis
		nationals foreigners youths toddlers infants grandchildren cousins neighbors neighbours colleagues coworkers co-workers
		personnel combatants operatives loyalists jihadists bombers recruits cadets veterans victims survivors lives souls
		crewmen aviators pilots persons toddlers bystanders dealers gangsters convicts mourners revelers revellers spectators fans climbers
		hikers swimmers tenants dissidents activists campaigners settlers aid-workers staff humanitarians clerks managers
		juveniles minors seniors strangers roommates classmates teammates parishioners congregants perpetrators schoolchildren schoolgirls schoolboys pupils
		ranchers cowboys loved family crewmembers servicemen policewomen`)
	addClass(clPerson|clSingular, `person man woman child boy girl teen teenager adult kid male female baby infant toddler youth
		survivor evacuee escapee insurgent militant fighter rebel terrorist gunman suspect facilitator leader commander associate extremist
		soldier servicemember officer policeman policewoman deputy trooper civilian resident villager bystander victim passenger
		worker employee student teacher protester protestor demonstrator migrant refugee journalist individual member occupant
		patient sailor marine smuggler trafficker pilgrim worshipper hostage prisoner inmate detainee citizen tourist
		brother sister son daughter mother father parent relative friend sibling wife husband girlfriend boyfriend ex-wife ex-husband
		ex-girlfriend ex-boyfriend fiance fiancee uncle aunt nephew niece cousin grandmother grandfather grandson granddaughter
		stepson stepdaughter stepfather stepmother guard driver motorist pedestrian shooter attacker assailant robber burglar
		firefighter medic paramedic doctor nurse lawmaker politician official peacekeeper airman guardsman guest customer
		miner farmer fisherman neighbor neighbour colleague coworker co-worker financier bombmaker specialist expert emplacer
		supplier operative kidnapper instructor planner coordinator deputy sub-commander subcommander governor advisor adviser
		lieutenant sergeant mayor minister president general colonel captain pilot clerk manager owner roommate classmate
		teammate juvenile minor stranger dealer intruder lover partner spouse sheriff cleric priest rapper singer actor
		actress model nun imam professor lawyer judge reporter editor photographer cameraman bomber attacker sniper hunter
		4-year-old year-old old oldest youngest youngster sophomore freshman junior pupil schoolgirl schoolboy man's
		bouncer bartender dancer athlete footballer player coach contractor veteran recruit cadet crewman perpetrator
		mom dad mum grandma grandpa stepbrother stepsister half-brother dad's lover-boy patron tenant landlord housemate
		couple pair duo trio step-father step-mother step-dad step-son step-daughter
		rival convict gangster fugitive accomplice killer murderer pastor bishop chief`)
	addClass(clPerson, `aides bandits pirates motorcyclists bodyguards constables bailiffs vigilantes interpreters rioters mobsters cops agents marshals rangers
		troopers guerrillas paratroopers gendarmes commandos seamen shepherds herdsmen musicians artists photographers scientists academics researchers
		mechanics cooks chefs newborns stepchildren guys folks holdouts nephews nieces uncles aunts grandparents grandsons granddaughters wives husbands
		mothers fathers lawyers judges professors presenters bankers brides grooms looters arsonists kidnappers poachers loggers divers reporters editors
		actors singers dancers captains generals mayors governors ministers bishops pensioners retirees schoolteachers instructors orderlies orphans
		cadres deserters defectors infiltrators saboteurs snipers gunners stowaways boatmen ferrymen oilmen linemen airwomen servicewomen`)
	addClass(clPerson|clSingular, `aide bandit pirate motorcyclist bodyguard constable bailiff vigilante interpreter rioter mobster cop agent marshal ranger
		guerrilla paratrooper gendarme commando seaman seafarer shepherd herdsman musician artist photographer scientist academic researcher mechanic cook chef newborn
		stepchild presenter banker bride groom looter arsonist poacher logger diver pensioner retiree schoolteacher orderly orphan cadre deserter defector
		infiltrator saboteur gunner stowaway boatman`)
	addClass(clAnimal, `dog dogs puppies cat cats cattle cow cows horse horses bird birds animal animals sheep goat goats livestock pig pigs chickens
		chicken fish whale whales elephant elephants bear bears deer shark sharks turtles seals wolves camels poultry hens ducks turkeys bees trees`)
	addClass(clCollective, "police staff personnel family crew troops humanitarians officials")
}

// addGrammar enters the words that begin, end and join noun phrases.
func addGrammar() {
	addClass(clBe, "be is are was were been being am 's 're get gets got getting gotten become became")
	addClass(clHave, "have has had having 've 'd")
	addClass(clModal, "would could may might should can will shall must 'll ca wo")
	addClass(clNot, "not n't never nor neither without n’t")
	addClass(clPrep, `of in on at by for from to with without into onto near outside inside around through during after before
		since until till over under above below between among amongst amid against along across about behind beside besides
		beyond via per toward towards within off upon as like despite aboard except including excluding than following throughout`)
	addClass(clConj, "and or but & while nor plus yet so")
	addClass(clRel, "who whom that which whose where when whoever what why how if because although though whether")
	addClass(clDet, "the this that these those")
	addClass(clIndef, "a an one another")
	addClass(clPoss, "his her their its my our your whose")
	addClass(clPronSg, "he she him her hers")
	addClass(clPronPl, "they them we us you i it")
	addClass(clReflexive, "himself herself themselves itself themself")
	addClass(clOther, "other others additional another more further else second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth separate extra")
	addClass(clTime, `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
		august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tonight
		tomorrow overnight morning afternoon evening night weekend midnight noon week month year a.m. p.m. a.m p.m am pm late early
		last earlier later recently now then`)
	addClass(clUnit, `years year months month weeks week days day hours hour minutes minute seconds moments decades decade
		centuries percent % per cent percentage points point dollars dollar euros pounds pound kilograms kilogram kilos kilo kg
		grams gram tons ton tonnes tonne miles mile kilometers kilometres kilometer km meters metres meter m feet foot inches inch yards
		yard acres acre hectares hectare gallons liters litres barrels degrees times mph kph caliber calibre mm mm. millimeter
		rounds round counts count votes vote goals runs yuan yen rupees rubles roubles bucks cents cent watts volts magnitude nautical
		block blocks floor floors street avenue ave st. highway route interstate apartment room unit no. number page pages chapter
		square cubic lbs lb ounces ounce oz o'clock a.m. p.m. nights mornings cm p.m am pm generations terms term ways way things thing
		stories kilometre millimetre millimetres millimeters centimetre centimetres centimeters centimeter litre litres gigawatts megawatts kilowatts hertz kelvin celsius fahrenheit nm knots bed beds seats words steps reasons types kinds sorts parts part`)
	addClass(clWeapon, "gun guns bullet bullets gunfire gunshot gunshots shots shot weapon firearm rifle pistol handgun shotgun")
	addClass(clSome, "all each every both either any")
	addClass(clEnd, `said says say told tell added adding according reported reports report confirmed identified found
		find made make took take taken taking left leave leaving leaves brought bringing brings believed suspected
		died opened fired went came ran responded pronounced declared charged wanted faces facing did do does done
		also later then reportedly allegedly apparently fatally critically seriously severely accidentally wounding`)
}

// markTables notes in the classes which words other tables have, so that most words are looked up once.
func markTables() {
	for w := range measureWords {
		wordClasses[w] |= clCue
	}
	for w := range idioms {
		wordClasses[w] |= clIdiom
	}
	for _, table := range []map[string]float64{unitWords, vagueWords, magnitudes, ordinals} {
		for w, v := range table {
			wordClasses[w] |= clQuantity
			if v > 0 {
				wordClasses[w] |= clNumeral
			}
		}
	}
	for _, table := range []map[string]float64{unitWords, vagueWords} {
		for w, v := range table {
			if v > 0 {
				wordClasses[w] |= clOpener
			}
		}
	}
	for i := range qualifiers {
		wordClasses[qualifiers[i].words[0]] |= clQuantity
	}
	addClass(clQuantity, "between no none nobody a an the half")
}

// classOf is what w, in lower case, can be.
func classOf(w string) wordClass {
	c := wordClasses[w]
	if c == 0 && strings.IndexByte(w, '-') > 0 {
		if strings.HasSuffix(w, "-old") {
			c = clPerson | clSingular
		} else if _, ok := hyphenated(w); ok {
			c = clQuantity
		}
	}
	if w != "" && w[0] >= '0' && w[0] <= '9' {
		c |= clQuantity
	}
	return c
}
