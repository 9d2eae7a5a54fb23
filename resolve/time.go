package resolve

func (w *work) times() {}
