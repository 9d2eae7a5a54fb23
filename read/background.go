package read

// background marks the events of passages that restate the past.
func (f *eventFinder) background(es []Event) {}
