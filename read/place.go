package read

import "sayso/parse"

// places finds the places mentioned.
func places(d *parse.Doc) []Place { return nil }
