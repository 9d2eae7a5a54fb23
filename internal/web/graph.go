package web

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"sayso/export"
)

// A node is an outlet or a source in a graph of origins.
type node struct {
	key, label, sub, class, href string
	column                       int
	n                            int // claims
	y                            float64
}

// A graph leads from outlets that repeat, over outlets that had it first, to those on whose word it
// stands. Its columns say so at their heads, so that it needs no legend.
type graph struct {
	drawing
	nodes map[string]*node
	edges map[[2]string]int
	rows  map[string]*originRow // by the key of the origin's node
}

// An originRow is a line of the table that says what a graph shows.
type originRow struct {
	Who      export.Who
	Label    string   // what its box says
	Sub      string   // and below it
	Claims   int      // that go back to it
	First    []string // outlets that told it first
	Repeated []string // outlets that repeat those
}

// Origins are where claims come from, as a drawing and as a table that has all of them.
type origins struct {
	Drawing template.HTML
	Drawn   int // how many of the rows are in the drawing
	Rows    []originRow
}

// The measures of a graph of origins, in units of its viewBox.
const (
	nodeHeight = 34
	nodeGap    = 10
	headHeight = 34
	maxOrigins = 16
)

var (
	columnX     = [3]float64{0, 250, 500}
	columnWidth = [3]float64{190, 190, 320}
	columnHead  = [3]string{"Repeated by", "First told by", "On the word of"}
)

// originGraph is where claims come from. outlet names the outlet of a report.
func originGraph(claims []export.ClaimRow, outlet map[string]string) origins {
	g := &graph{nodes: map[string]*node{}, edges: map[[2]string]int{}, rows: map[string]*originRow{}}
	for i := range claims {
		for j := range claims[i].Origins {
			g.origin(&claims[i].Origins[j], outlet)
		}
	}
	out := origins{Rows: g.table()}
	g.prune()
	if out.Drawn = len(g.column(2)); len(g.edges) > 0 {
		out.Drawing = g.draw(len(claims) > 1)
	}
	return out
}

// table is the rows, those of most claims first.
func (g *graph) table() []originRow {
	var out []originRow
	for _, n := range g.column(2) {
		row := g.rows[n.key]
		row.Label, row.Sub, row.Claims = n.label, n.sub, n.n
		slices.Sort(row.First)
		slices.Sort(row.Repeated)
		out = append(out, *row)
	}
	slices.SortStableFunc(out, func(a, b originRow) int { return cmp.Or(b.Claims-a.Claims, cmp.Compare(a.Label, b.Label)) })
	return out
}

// note adds name to the list where it is not in it.
func note(list *[]string, name string) {
	if !slices.Contains(*list, name) {
		*list = append(*list, name)
	}
}

// origin draws an end of chains with the way to it from the reports.
func (g *graph) origin(o *export.Origin, outlet map[string]string) {
	end := node{key: "o" + o.Who.ID + o.Who.Label, label: o.Who.Label, class: voiceClass(o.Who), column: 2}
	first := o.Outlet
	switch o.Kind {
	case "report":
		end.key, end.label = "v", "the outlet itself"
		first = o.Who.Label
	case "outlet":
		end.sub = "its report is not in the ledger"
		for _, have := range outlet {
			if have == o.Who.Label {
				end.sub = "in no report of its own here"
			}
		}
		end.class = "named"
	case "not stated":
		end.key, end.label = "n", "nobody named"
	}
	if o.Who.ID != "" {
		end.href = "/sources/" + o.Who.ID
	}
	if o.Who.Anonymous {
		end.sub = "unnamed"
		if o.Outlet != "" {
			end.key += o.Outlet
		}
	}
	if o.Party != "" {
		end.sub = "takes part in the event itself"
	}
	g.node(end).n++
	row := g.rows[end.key]
	if row == nil {
		row = &originRow{Who: o.Who}
		g.rows[end.key] = row
	}
	seen := map[string]bool{}
	for _, r := range o.Reports {
		by := outlet[r]
		if by == "" || seen[by] {
			continue
		}
		seen[by] = true
		if first == "" || by == first {
			g.edge(g.node(node{key: "f" + by, label: by, class: "outlet", column: 1}), end.key)
			note(&row.First, by)
			continue
		}
		note(&row.First, first)
		note(&row.Repeated, by)
		g.edge(g.node(node{key: "r" + by, label: by, class: "outlet", column: 0}), "f"+first)
		g.edge(g.node(node{key: "f" + first, label: first, class: "outlet", column: 1}), end.key)
	}
}

// node is the node with n's key; n where it is new.
func (g *graph) node(n node) *node {
	if have := g.nodes[n.key]; have != nil {
		return have
	}
	g.nodes[n.key] = &n
	return &n
}

func (g *graph) edge(from *node, to string) { g.edges[[2]string{from.key, to}]++ }

// prune keeps the origins of most claims, and what leads to them.
func (g *graph) prune() {
	ends := g.column(2)
	slices.SortStableFunc(ends, func(a, b *node) int { return cmp.Or(b.n-a.n, cmp.Compare(a.key, b.key)) })
	for _, n := range ends[min(maxOrigins, len(ends)):] {
		delete(g.nodes, n.key)
	}
	for _, column := range []int{1, 0} {
		for e := range g.edges {
			if g.nodes[e[1]] == nil || g.nodes[e[0]] == nil {
				delete(g.edges, e)
			}
		}
		for _, n := range g.column(column) {
			if !slices.ContainsFunc(g.out(n.key), func(k string) bool { return g.nodes[k] != nil }) {
				delete(g.nodes, n.key)
			}
		}
	}
	for e := range g.edges {
		if g.nodes[e[1]] == nil || g.nodes[e[0]] == nil {
			delete(g.edges, e)
		}
	}
}

// column are a column's nodes by key.
func (g *graph) column(c int) []*node {
	var out []*node
	for _, n := range g.nodes {
		if n.column == c {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b *node) int { return cmp.Compare(a.key, b.key) })
	return out
}

// out are the keys that a node leads to, sorted.
func (g *graph) out(key string) []string {
	var out []string
	for e := range g.edges {
		if e[0] == key {
			out = append(out, e[1])
		}
	}
	slices.Sort(out)
	return out
}

// layout puts the nodes of each column beside those they lead to, the origins of most claims first
// and each outlet's together.
func (g *graph) layout() (height float64) {
	ends := g.column(2)
	mids := g.column(1)
	weight := func(n *node) (w int) {
		for e, k := range g.edges {
			if e[0] == n.key {
				w += k
			}
		}
		return w
	}
	slices.SortStableFunc(mids, func(a, b *node) int { return weight(b) - weight(a) })
	rank := func(end *node) float64 {
		sum, n := 0.0, 0.0
		for i, m := range mids {
			if k := g.edges[[2]string{m.key, end.key}]; k > 0 {
				sum, n = sum+float64(i), n+1
			}
		}
		return sum / max(1, n)
	}
	slices.SortStableFunc(ends, func(a, b *node) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), b.n-a.n) })
	for i, n := range ends {
		n.y = float64(i) * (nodeHeight + nodeGap)
	}
	g.beside(mids)
	left := g.column(0)
	g.beside(left)
	lowest := 0.0
	for _, n := range g.nodes {
		lowest = max(lowest, n.y)
	}
	return headHeight + lowest + nodeHeight + 4
}

// beside sets each node at the mean height of those it leads to, then moves touching ones apart.
func (g *graph) beside(ns []*node) {
	for _, n := range ns {
		sum, k := 0.0, 0.0
		for _, to := range g.out(n.key) {
			if t := g.nodes[to]; t != nil {
				sum, k = sum+t.y, k+1
			}
		}
		n.y = sum / max(1, k)
	}
	slices.SortStableFunc(ns, func(a, b *node) int { return cmp.Compare(a.y, b.y) })
	for i := 1; i < len(ns); i++ {
		ns[i].y = max(ns[i].y, ns[i-1].y+nodeHeight+nodeGap)
	}
}

func (g *graph) draw(counts bool) template.HTML {
	height := g.layout()
	g.add(`<svg class="graph" role="group" viewBox="0 0 %d %.0f" aria-label="%s">`, 820, height, "Which outlets repeat whose report, and on whose word it stands; the table below says the same.")
	for c := range 3 {
		if len(g.column(c)) > 0 {
			g.add(`<text class="head" x="%.0f" y="14">%s</text>`, columnX[c], columnHead[c])
		}
	}
	var edges [][2]string
	for e := range g.edges {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, e := range edges {
		from, to := g.nodes[e[0]], g.nodes[e[1]]
		x1, y1 := columnX[from.column]+columnWidth[from.column], headHeight+from.y+nodeHeight/2
		x2, y2 := columnX[to.column], headHeight+to.y+nodeHeight/2
		mid := (x1 + x2) / 2
		g.add(`<path class="edge %s" d="M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f"/><path class="tip" d="M%.1f %.1fl-7 -3.5v7z"/>`, to.class, x1, y1, mid, y1, mid, y2, x2-5, y2, x2, y2)
	}
	for c := range 3 {
		for _, n := range g.column(c) {
			g.box(n, counts)
		}
	}
	g.WriteString("</svg>")
	return g.html()
}

func (g *graph) box(n *node, counts bool) {
	x, y, w := columnX[n.column], headHeight+n.y, columnWidth[n.column]
	sub := n.sub
	if n.column == 2 && counts {
		if sub != "" {
			sub += " · "
		}
		sub += strconv.Itoa(n.n) + map[bool]string{true: " claim", false: " claims"}[n.n == 1]
	}
	if n.href != "" {
		g.add(`<a href="%s">`, n.href)
	}
	g.add(`<g class="node %s"><title>%s</title><rect x="%.1f" y="%.1f" width="%.1f" height="%d" rx="4"/>`, n.class, n.label, x+.5, y, w-1, nodeHeight)
	letters := int((w - 20) / 8.4) // of the widest common font
	if sub == "" {
		g.add(`<text x="%.1f" y="%.1f">%s</text>`, x+10, y+nodeHeight/2+4.5, cut(n.label, letters))
	} else {
		g.add(`<text x="%.1f" y="%.1f">%s</text><text class="sub" x="%.1f" y="%.1f">%s</text>`, x+10, y+14.5, cut(n.label, letters), x+10, y+27.5, cut(sub, int((w-20)/6.4)))
	}
	g.WriteString("</g>")
	if n.href != "" {
		g.WriteString("</a>")
	}
}
