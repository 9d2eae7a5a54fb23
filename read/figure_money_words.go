package read

import "strings"

// A moneyWord is what a noun says that a sum beside it is.
type moneyWord struct{ measure, deed string }

// moneyNouns are nouns for what sums are of.
var moneyNouns = func() map[string]moneyWord {
	m := map[string]moneyWord{}
	for measure, words := range map[string]string{
		"damage":       "damage damages",
		"loss":         "loss losses",
		"fine":         "fine fines penalty penalties",
		"bid":          "bid bids offer offers takeover buyout counterbid counteroffer",
		"ransom":       "ransom ransoms",
		"aid":          "aid assistance relief help donation donations pledge pledges",
		"compensation": "compensation payout payouts reparations redress",
		"settlement":   "settlement settlements",
		"bail":         "bail",
		"bribes":       "bribe bribes kickbacks",
		"cost":         "cost costs bill",
		"theft":        "theft thefts heist loot haul",
		"debt":         "debt debts",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = moneyWord{measure: measure}
		}
	}
	return m
}()

// otherNouns are nouns for what a sum is of that is no measure here: a sum behind them is not of a noun further back.
var otherNouns = set(`revenue revenues turnover sales profit profits earnings income budget budgets price prices value valuation assets shares share stake capital
	investment investments wage wages salary salaries gdp deal contract contracts project projects plan market tax taxes economy exports imports premium premiums
	stock equity output spending coverage rent rents fee fees pay reserves fund funds funding loan loans grant grants worth fortune property cash savings insurance`)

// lossKinds are words before "losses" for losses that are held against none of another kind.
var lossKinds = map[string]string{"insured": "insured", "uninsured": "uninsured", "net": "net", "operating": "operating", "pretax": "pretax", "pre-tax": "pretax",
	"annual": "annual", "quarterly": "quarterly", "half-year": "half-year", "trading": "trading", "monthly": "monthly", "first-half": "half-year"}

// moneySigns and moneyCodes are what stands before a sum, currencies what stands behind it.
var (
	moneySigns = map[string]string{"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees", "₩": "won", "₽": "roubles", "₺": "lira", "₪": "shekels", "₦": "naira", "₱": "pesos", "฿": "baht", "₴": "hryvnias",
		"us$": "US dollars", "a$": "Australian dollars", "au$": "Australian dollars", "c$": "Canadian dollars", "ca$": "Canadian dollars", "nz$": "New Zealand dollars", "hk$": "Hong Kong dollars", "s$": "Singapore dollars",
		"rs": "rupees", "rs.": "rupees", "r$": "reais"}
	moneyCodes = map[string]string{"usd": "US dollars", "eur": "euros", "gbp": "pounds", "jpy": "yen", "cny": "yuan", "rmb": "yuan", "inr": "Indian rupees", "aud": "Australian dollars", "cad": "Canadian dollars", "chf": "Swiss francs",
		"sek": "Swedish crowns", "nok": "Norwegian crowns", "dkk": "Danish crowns", "czk": "Czech crowns", "brl": "reais", "zar": "rand", "rub": "roubles", "try": "lira", "pkr": "Pakistani rupees", "kes": "Kenyan shillings", "ngn": "naira", "sar": "riyals", "aed": "dirhams"}
	currencies = currencyWords(`dollar:dollars euro:euros pound:pounds yen yuan renminbi>yuan rupee:rupees rupiah rouble:roubles ruble>roubles rubles>roubles crown:crowns krona>crowns kronor>crowns krone>crowns kroner>crowns koruna>crowns korunas>crowns
		franc:francs peso:pesos reais rand lira lire>lira liras>lira riyal:riyals rial:rials dinar:dinars dirham:dirhams shekel:shekels won baht ringgit zloty:zlotys zlotych>zlotys forint:forints hryvnia:hryvnias naira cedi:cedis
		shilling:shillings birr taka kwacha tenge dong dram:drams lari leu>lei lei lev>leva leva bolivar:bolivars soles guilder:guilders florin:florins mark:marks thaler:thalers ducat:ducats kip kyat afghani:afghanis`)
)

// currencyWords reads "dollar:dollars", a singular and its plural, "ruble>roubles", another word for one, and words with one form.
func currencyWords(list string) map[string]string {
	m := map[string]string{}
	for _, w := range strings.Fields(list) {
		if one, of, ok := strings.Cut(w, ">"); ok {
			m[one] = of
			continue
		}
		one, many, ok := strings.Cut(w, ":")
		if !ok {
			many = one
		}
		m[one], m[many] = many, many
	}
	return m
}

// largeWords are magnitudes that only sums have.
var largeWords = map[string]float64{"crore": 1e7, "crores": 1e7, "lakh": 1e5, "lakhs": 1e5, "b": 1e9, "tn": 1e12, "trn": 1e12, "mln": 1e6, "mil": 1e6, "bln": 1e9, "millions": 1e6, "billions": 1e9, "milliard": 1e9}

// What only bends an amount, before it.
var bendWords = set("a an the another further additional extra record total combined staggering whopping initial estimated up some over only just almost nearly about around roughly approximately total")

// The words by which amounts find what they are of.
var (
	// moneyLinks stand between a noun and its sum: "losses at €40 million", "damage exceeding".
	moneyLinks = set(`of at to from as worth totalling totaling totalled totaled totals exceeding exceed exceeded exceeds reach reached reaching reaches topping topped top tops surpassing surpassed
		hit hitting was is were are be been nearing neared passed`)
	// levels2 are verbs that may stand between a subject and its sum.
	moneyVerbs = set(`put puts putting estimated estimate estimates come came comes amount amounted amounts run ran runs rise rose risen rises climb climbed climbs grow grew grown grows increase increased increases
		fall fell fallen falls drop dropped drops swell swollen swelled set stand stood stands valued assessed calculated reckoned given revised raised lowered cut doubled lifted tripled reduced reach expected total added halved trimmed
		is was were be been being has have had will would could may might are now`)
	// moneyChanges are verbs whose object's sum becomes another one: "raised its bid to".
	moneyChanges = set("raised raises raising raise lifted lifting lifts increased increasing increases upped boosted doubled doubling doubles tripled cut cuts cutting lowered lowering reduced reducing revised trimmed halved brought bringing brings improved sweetened slashed extended topped-up")
	giveWords    = set("pledged pledges pledging donated donates donating promised promises promising contributed contributes committed gave gives given offered offers")
	setsAside    = set("promised promises allocated allocates released releases earmarked contributed committed approved announced provided provides sent gave given offered offers available aside")
	helped       = set("aid relief victims survivors humanitarian recovery reconstruction help helping assistance donors affected displaced homeless rebuild rebuilding hardship evacuees refugees families")
	captors      = set("hackers ransom ransomware kidnap kidnapped kidnappers kidnapping hostage hostages captors extortion extorted hijackers")
	stealing     = set("stole stolen steal stealing embezzled embezzling siphoned siphoning swindled looted pocketed laundered")
	proposes     = set("proposed proposes wants want decided plans planned intends threatened ordered asked")
	// givenSums are the measures of sums that somebody gives or asks for, others are estimates.
	lends       = set("loan loans grant grants package credit credits")
	givenSums   = set("fine bid ransom aid donation compensation settlement bail bribes")
	seeks       = set("appealed appeals appealing asked asking asks requested requests requesting seek seeks seeking sought need needs needed requires")
	speaks      = set("spoke speak speaks spoken speaking talked talks talk")
	sumWords    = set("figure sum total amount number bill toll cost estimate price")
	courtWords  = set("court judge jury awarded award lawsuit sued sue suing plaintiff plaintiffs verdict")
	formerWords = set("first initially originally earlier previously before")
	former      = set("initial earlier previous original first former")
)

func init() {
	for _, m := range []map[string]string{moneySigns, moneyCodes, currencies} {
		for w := range m {
			wordClasses[w] |= clMoney
		}
	}
}
