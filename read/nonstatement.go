package read

import "sayso/parse"

// nonStatements finds what was not said ("declined to comment").
func nonStatements(d *parse.Doc) []NonStatement { return nil }
