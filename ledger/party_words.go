package ledger

func either[T any](is bool, a, b T) T {
	if is {
		return a
	}
	return b
}

func anyIn(words []uint32, set map[uint32]bool) bool {
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}

func setOfStems(words string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, h := range stemsOf(words) {
		m[h] = true
	}
	return m
}

var (
	commandStems = setOfStems("coalition defence defense war army navy military commander command admiral general pentagon forces troops rebels militants fighters insurgents militia airforce")
	rulingStems  = setOfStems("president government premier prime minister foreign house kremlin cabinet leader authorities group movement party bureau state administration secretary council regime organisation organization")
	civilStems   = setOfStems("ministry health hospital education television tv broadcaster channel agency")
	violentStems = setOfStems("kill strike airstrike strikes airstrikes attack attacks bomb bombing bombardment shell shelling shoot shot hit target targeting raid assault wound injure destroy fire fired sink sank murder massacre ambush assassinate assassination down downed carry carried conducted explode death dead deaths")
	forceStems   = setOfStems("army navy military forces troops air marines coastguard warplanes jets drones")
	firstPerson  = setOfStems("we our")
	publicStems  = setOfStems("senator senators lawmaker lawmakers congressman congresswoman mp mps opposition former ex resident residents witness witnesses analyst analysts expert experts critic critics rights activist activists monitor academic lawyer lawyers doctor doctors medic medics nurse nurses paramedic paramedics court judge families family relatives survivor survivors journalist reporter intelligence")
	singleStems  = setOfStems("official officials people person source sources adviser advisers aide aides diplomat diplomats individual individuals employee employees insider insiders figures update report document memo")
)

// bodyStems are words of what a body is, not of whose: two ministries have "ministry" in common.
var bodyStems = setOfStems("ministry department office service police agency government official authority company force forces army military navy guard council committee commission administration party group team state national local regional health interior foreign defence defense security central command strikes strike airstrikes attacks attack campaign operation house white republic islamic islamist north south east west northern southern eastern western tv television channel news")
