package resolve

import (
	"strings"

	"sayso/parse"
	"sayso/read"
)

// agent reports whether who does event e, or has it done, is somebody who can act: a person, a body or a country, by name, by a noun for one ("nurses", "the
// council"), or by a pronoun that stands for one.
func (w *work) agent(e *read.Event, out *Event) bool {
	d := w.m.Doc
	for _, heads := range [][]int32{e.Actors, e.Orderers} {
		for _, h := range heads {
			if w.acts(d, h) {
				return true
			}
		}
	}
	for i := range out.Actors { // "she would meet the chief executive"
		p := &out.Actors[i]
		if p.Source == "" {
			continue
		}
		for k := range w.r.Sources {
			if s := &w.r.Sources[k]; s.ID == p.Source && s.Kind != Document {
				return true
			}
		}
	}
	return false
}

// acts reports whether token h names somebody who can act.
func (w *work) acts(d *parse.Doc, h int32) bool {
	if n, ok := nameAt(d, h); ok {
		return isActor(n.Kind) || n.Kind == parse.Place
	}
	noun := strings.ToLower(d.Tokens[h].Lemma)
	if d.Tokens[h].UPOS == parse.PRON || d.Tokens[h].UPOS == parse.DET {
		return false
	}
	return human(noun) || organisationNouns[noun] || generalBodies[noun] || premises[noun] || noun == "police" || noun == "authorities"
}
