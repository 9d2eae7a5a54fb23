package read

// events finds what happens or may, from statements, times and places already in m.
func events(m *Mentions) []Event { return nil }
