package resolve

func (w *work) nonStatements() {}
