package resolve

func (w *work) places() {}
