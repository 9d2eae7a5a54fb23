package ledger

// MatterOf names the event that a report is about.
func (v *View) MatterOf(report string) string { return v.StoryOf(report) }
