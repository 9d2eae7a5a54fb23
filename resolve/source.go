package resolve

func (w *work) sources() {}
