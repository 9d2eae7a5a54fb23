package parse

// tag fills UPOS, XPOS and Lemma of every token.
func tag(d *Doc) {}
