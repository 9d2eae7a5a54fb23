package parse

// Models are the embedded models and lists, in a fixed order: what a Doc depends on besides text and program.
func Models() []string {
	return []string{string(sentenceModel), syntaxData, lemmaModel, nameData, clusterData, gazetteerData, outletList}
}
