package parse

// name finds the named entities.
func name(d *Doc) {}
