package read

import (
	"strings"
	"testing"
)

// Each line: the type of the event in asterisks, whether it is salient, and its sentence.
const typeTable = `
SANCTION yes  Norland *closed* its border with Sudland on Thursday.
SANCTION yes  Norland *recalled* its ambassador from Port Vale.
OTHER    no   The shop *closed* at noon.
OTHER    yes  The ferry *sank* in a storm.
ASSAULT  yes  Rebels *sank* two ships.
OTHER    yes  The bus *crashed* into a wall.
OTHER    yes  The boat *capsized* near the island.
OTHER    yes  A train *derailed* near the town.
ASSAULT  yes  The tanker *exploded* off the coast.
ASSAULT  yes  Rebels *hijacked* the ship.
CONCEDE  yes  The 18 soldiers were *freed* on Friday.
COERCE   yes  Police *raided* two houses.
OTHER    no   The guard *walked* home.
`

func TestTypes(t *testing.T) {
	for line := range strings.Lines(typeTable) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		sentence := strings.TrimSpace(line[strings.Index(line, " "+f[1]+" ")+len(f[1])+2:])
		e, ok := marked(t, sentence)
		if salient := f[1] == "yes"; !ok || e.Type != f[0] || e.Salient != salient {
			t.Errorf("%s: got %s, salient %v; want %s, %v", sentence, e.Type, e.Salient, f[0], salient)
		}
	}
}
