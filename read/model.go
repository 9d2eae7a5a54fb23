package read

// Models are the embedded models and lists, in a fixed order: what Mentions depend on besides the Doc and the program.
func Models() []string {
	return []string{statementData, typeData, certaintyData, cueText, signatureTable, triggerTable}
}
