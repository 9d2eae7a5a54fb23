package resolve

func (w *work) attributions() {}
