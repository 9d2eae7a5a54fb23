// Package sayso reads a news report and says who said what, on whose say-so.
//
// [Read] is the whole engine in one call: it takes an article and returns a reading, with every
// attribution and its chain of sources, every event with its status, time and place, and every
// figure with its scope, each anchored in the article's own words. It is pure and deterministic:
// no network, disk, clock or randomness, and the same text read by the same version gives the same
// reading. Text cannot be wrong, so Read returns no error; doubt is a field.
package sayso

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
	"sayso/resolve"
)

// Version is the engine's version; it stamps every reading.
const Version = "0.1.0"

// Read reads one article.
func Read(a *article.Article) *resolve.Reading {
	return resolve.Mentions(read.Doc(parse.Article(a)))
}

// ModelHash is the SHA-256 of all embedded models and lists that a reading depends on, as "sha256:" and hex
// digits; with Version it stamps every reading.
func ModelHash() string { return modelHash() }

var modelHash = sync.OnceValue(func() string {
	all := sha256.New()
	for _, m := range slices.Concat(parse.Models(), read.Models(), resolve.Models()) {
		one := sha256.Sum256([]byte(m))
		all.Write(one[:])
	}
	return "sha256:" + hex.EncodeToString(all.Sum(nil))
})
