package resolve

func (w *work) figures() {}
