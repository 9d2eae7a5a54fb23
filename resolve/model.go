package resolve

import "sayso/gazetteer"

// Models are the embedded models and lists, in a fixed order: what a Reading depends on besides Mentions and the program.
func Models() []string { return []string{countModel, gazetteer.Data()} }
