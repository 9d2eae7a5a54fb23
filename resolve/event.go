package resolve

func (w *work) events() {}
