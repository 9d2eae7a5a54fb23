package resolve

import (
	"strings"
	"testing"
)

// In the tests' notation "=>" stands before the places wanted: name, country, precision, and what
// contains it. The sentences are fictional.
var placeTests = []string{
	"A boat was hit off the coast of Venezuela. => Venezuela VE near South America",
	"It sank 400 nautical miles southwest of Honolulu. => Honolulu US near Hawaii, United States",
	"The strike was in international waters. => international waters  area",
	"He lives in Paris, Texas. => Paris US city Texas, United States; Texas US region United States",
	"He lives in Paris. => Paris FR city France",
	"The storm hit Atlanta and moved across Georgia, U.S. officials in Washington said. => Atlanta US city Georgia, United States; Georgia US region United States; United States US country North America; Washington US city Washington DC, United States",
	"Tbilisi is the capital of Georgia. => Tbilisi GE city Georgia; Georgia GE country Asia",
	"The ship crossed the Caribbean. => Caribbean Sea  sea Atlantic Ocean",
	"Shells fell on Kherson. => Kherson UA city Ukraine",
	"Two died in the Gaza Strip. => Gaza Strip PS area Palestinian Territory",
	"A bomb went off in Tolne, Wadi Serra, Chad. => Tolne TD unlisted Chad, Africa; Chad TD country Africa",
	"A bus fell off a cliff in Remedios, Colombia, on Monday. => Remedios CO unlisted Colombia, South America; Colombia CO country South America",
	"Two were killed in Chiba prefecture. => Chiba JP region Japan",
	"Drones hit Moscow Oblast. => Moscow RU region Russia",
	"They were held in Cobbleford, Ohio. => Cobbleford US unlisted Ohio, United States; Ohio US region United States",
}

func TestPlaces(t *testing.T) {
	for _, line := range placeTests {
		text, want, _ := strings.Cut(line, " => ")
		var got []string
		for _, p := range reading(text, "2025-10-15").Places {
			s := p.Name + " " + p.Country + " " + p.Precision
			if len(p.Within) > 0 {
				s += " " + strings.Join(p.Within, ", ")
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got  %s\n want %s", text, g, want)
		}
	}
}
