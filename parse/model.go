package parse

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// models are the embedded models, in a fixed order: what a reading depends on besides text and program.
func models() []string { return []string{string(sentenceModel), syntaxData} }

// ModelHash is the SHA-256 of the embedded models, as "sha256:" and hex digits; it stamps every reading.
func ModelHash() string { return modelHash() }

var modelHash = sync.OnceValue(func() string {
	h := sha256.New()
	for _, m := range models() {
		h.Write([]byte(m))
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
})
