package resolve

import "sayso/read"

// work is the state shared by the steps of one resolution. Each step fills its own part of the
// reading and may leave an index here for the later ones.
type work struct {
	m *read.Mentions
	r *Reading

	entities []entity
	entityAt map[int]int         // index of the entity whose mention starts at this byte
	entityOf map[int32]int       // index of the entity that this token stands for
	stamp    int                 // number of the search through recent that runs
	recent   []int               // entities in the order of their mentions, with repeats
	byName   map[string][]int    // entities by the last word of their name, lower case
	families map[string]bool     // see familyNames
	lands    map[string]landSign // see landUse
	plurals  []int               // cited groups without a name
	unnamed  map[int32]int       // by sentence, an unnamed source that it mentions
	inQuotes []bool              // by token: it stands in quoted words
	told     []int32             // see toldIn
	lastSaid int                 // the source of the last statement, or -1
	partAt   map[int]int         // index of the entity of the joined part that starts at this byte
	asks     map[byte]int        // the entities behind the labels of an interview
	ids      []string            // source id of each entity; "" for one that is not cited
	cues     map[int32]bool      // see cueHeads
	several  map[string]bool     // see severalBodies
}

// cueHeads is the tokens at which statements have their cue, made when first asked for.
func (w *work) cueHeads() map[int32]bool {
	if w.cues == nil {
		w.cues = make(map[int32]bool, len(w.m.Statements))
		for i := range w.m.Statements {
			w.cues[w.m.Statements[i].CueHead] = true
		}
	}
	return w.cues
}

func newWork(m *read.Mentions, r *Reading) *work { return &work{m: m, r: r} }
