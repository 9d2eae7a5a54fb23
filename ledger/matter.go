package ledger

import (
	"slices"

	"sayso/gazetteer"
	"sayso/resolve"
)

// The constants of stories were chosen on halves of the topics of the current-events items and of the incidents that
// the model of pairs (data/reportpair.md) was not learned from, many halves in turn.
const (
	storyKeyCount = 14  // heaviest features by which candidates are found
	storyTies     = 24  // likest earlier reports that are kept of a report
	storyNothing  = .06 // a lower cosine is no likeness
	storyFaint    = .02 // nor is a lower probability
	storyVoices   = 3   // reports of a story that speak for a new one, where it has so many
	storySure     = .75 // the probability of the likest report from which only those of the story that are fresh are asked
	storyFresh    = 30  // days within which they are
	storyAlike    = .45 // the mean probability from which a report is of a story
	storyBridge   = .52 // the same with a second story from which one report makes one of both
	storySmall    = 10  // a story of more reports is not joined to another such by one report
	storyCountry  = .05 // weight of a country, times its name's rarity, beside words of length 1 together
)

// oneMatter is the cosine from which two reports speak of one matter.
const oneMatter = .22

// storyKeys are the heaviest features, and the report for its revisions.
func (l *Ledger) storyKeys(i int32) []uint32 {
	e := l.entries[i]
	return append(e.where.strongest(storyKeyCount), hashString("report "+e.key))
}

// sameReport is the likeness of two texts of one report; no cosine is so high.
const sameReport = 2

// withCountries is v with the countries that the report names, by a place or by their people ("Iranian"): a long matter
// changes its words from week to week and keeps its place.
func withCountries(r *resolve.Reading, ws []word, v vector) vector {
	out := append(make(vector, 0, len(v)+4), v...)
	for _, c := range countriesOf(r, ws) {
		out = append(out, feature{hashString("country " + c), storyCountry * countryRarity(c)})
	}
	return out.gather()
}

// countriesOf is the countries that a report names, each once.
func countriesOf(r *resolve.Reading, ws []word) (all []string) {
	add := func(country string) {
		if country != "" && !slices.Contains(all, country) {
			all = append(all, country)
		}
	}
	for i := range r.Places {
		add(r.Places[i].Country)
	}
	var key []byte
	for _, w := range ws {
		if w.upper {
			key = gazetteer.Fold(key[:0], w.Text(r.Article.Text))
			add(gazetteer.Demonym(key))
		}
	}
	return all
}

// countryRarity is the rarity of the rarest word of a country's name: that two reports speak of the United States says
// less than that they speak of Benin.
func countryRarity(country string) (most float32) {
	for _, w := range words(gazetteer.Shown(country)) {
		most = max(most, rarity().stem(w.stem))
	}
	return most
}

// joinStories puts the view's entries, one after another in canonical order, with the story whose
// reports they are most like, and makes one of two stories that a report is of alike. One report
// alone does not draw another into a large story, or stories would grow together along chains of
// likenesses; and since it looks only at what was published before, the stories as of a day are
// those of the reports published by then.
func (v *View) joinStories(ties [][]tie) {
	n := len(v.entries)
	v.copyRoots, v.storyParent, v.bridges = make([]int32, n), make([]int32, n), map[int32]int32{}
	for i := range n {
		v.copyRoots[i], v.storyParent[i] = int32(i), -1
	}
	j := &joiner{v: v, sets: newSets(n), size: make([]int32, n), last: make([][storyVoices]int32, n)}
	for _, n := range v.order {
		if c := v.copied[n]; c.relation.collapses() {
			v.copyRoots[n] = v.copyRoots[c.of-1]
			j.sets.join(c.of-1, n)
			continue
		}
		j.join(n, ties[n])
	}
	v.stories, v.storyOf = j.sets.gather(v.order)
	v.ids.enter('t', v.stories, func(first int32) uint64 { return identifier('t', v.entries[first], 0) })
}

// A joiner joins entries to stories.
type joiner struct {
	v       *View
	sets    *sets
	size    []int32              // by a story's root: its reports, copies not counted
	last    [][storyVoices]int32 // by a story's root: one more than its last reports, copies not counted
	options []option
	heard   []int32 // roots of the texts that have spoken for the entry at hand
}

// An option is a story that an entry may be of.
type option struct {
	root    int32
	nearest int32 // the likest report of it
	voices  int
	likest  float32
	sum     float32 // of the likenesses of the voices
	mean    float32
}

// join puts entry n with its story and makes one of the stories that it is of alike.
func (j *joiner) join(n int32, ties []tie) {
	if len(ties) > 0 && ties[0].score == sameReport {
		j.v.storyParent[n] = ties[0].item
		j.sets.join(ties[0].item, n)
		return
	}
	j.listen(ties)
	best := j.best(n)
	if best < 0 {
		j.size[n], j.last[n][0] = 1, n+1
		return
	}
	j.v.storyParent[n] = j.options[best].nearest
	root := j.options[best].root
	j.sets.join(root, n)
	j.size[root]++
	j.follow(root, n+1)
	for k, o := range j.options {
		if k != best && o.mean >= storyBridge && min(j.size[o.root], j.size[root]) <= storySmall {
			j.sets.join(root, o.root)
			j.size[root] += j.size[o.root]
			for _, m := range j.last[o.root] {
				j.follow(root, m)
			}
			if _, ok := j.v.bridges[n]; !ok {
				j.v.bridges[n] = o.nearest
			}
		}
	}
}

// follow keeps report m−1 as one of the last of the story at root, if it is one of them; 0 is none.
func (j *joiner) follow(root, m int32) {
	last := &j.last[root]
	for k := range last {
		if m != 0 && (last[k] == 0 || j.v.entries[last[k]-1].when < j.v.entries[m-1].when) {
			last[k], m = m, last[k]
		}
	}
}

// fresh is how many of the last reports of the story at root speak for report n: those of the weeks before it. What was told long before does not speak against
// what a story has come to.
func (j *joiner) fresh(root, n int32) (many int) {
	for _, m := range j.last[root] {
		if m != 0 && daysApart(j.v.entries[m-1], j.v.entries[n]) <= storyFresh {
			many++
		}
	}
	return many
}

// listen lists the stories of the ties, each with its likest voices; copies of one text have one voice.
func (j *joiner) listen(ties []tie) {
	j.options, j.heard = j.options[:0], j.heard[:0]
	for _, t := range ties {
		root := j.sets.find(t.item)
		k := slices.IndexFunc(j.options, func(o option) bool { return o.root == root })
		if k < 0 {
			k = len(j.options)
			j.options = append(j.options, option{root: root, nearest: t.item, likest: t.score})
		}
		text := j.v.copyRoots[t.item]
		if o := &j.options[k]; o.voices < storyVoices && !slices.Contains(j.heard, text) {
			j.heard = append(j.heard, text)
			o.voices++
			o.sum += t.score
		}
	}
}

// best is the option that is most like what it must be, or -1.
func (j *joiner) best(n int32) int {
	best, most := -1, float32(1)
	for k := range j.options {
		o := &j.options[k]
		asked := max(1, min(storyVoices, int(j.size[o.root])))
		if o.likest >= storySure {
			asked = max(1, min(asked, j.fresh(o.root, n)))
		}
		o.mean = o.sum / float32(asked)
		if s := o.mean / storyAlike; s >= most && (best < 0 || s > most) {
			best, most = k, s
		}
	}
	return best
}
