// Package access decides who may do what where a ledger is served to several people.
//
// [Role] says what somebody may; [Hash] and [Verify] keep passwords; [NewSecret] makes what a browser
// or a program holds, of which only a hash is stored; [Throttle] slows down who guesses. The package
// keeps nothing on disk and knows nothing of HTTP.
package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Role is what somebody may do. Each may what those before it may.
type Role string

// The roles.
const (
	Public   Role = ""         // not logged in
	Reader   Role = "reader"   // sees everything that is in the ledger
	Reviewer Role = "reviewer" // records decisions
	Admin    Role = "admin"    // sees who has access and what was done about it
)

var ranks = []Role{Public, Reader, Reviewer, Admin}

// Roles are those that a person can be given.
func Roles() []Role { return slices.Clone(ranks[1:]) }

// May reports whether r includes what needs may.
func (r Role) May(needs Role) bool {
	have, need := slices.Index(ranks, r), slices.Index(ranks, needs)
	return have >= 0 && need >= 0 && have >= need
}

// Least is the lesser of two roles.
func Least(a, b Role) Role {
	if a.May(b) {
		return b
	}
	return a
}

// ParseRole is the role of that name.
func ParseRole(s string) (Role, error) {
	if r := Role(s); r != Public && slices.Contains(ranks, r) {
		return r, nil
	}
	return Public, fmt.Errorf("no role %q; roles are reader, reviewer and admin", s)
}

// ErrName is a name that no account can have, ErrWeak a password that none can have.
var (
	ErrName = errors.New("a name has 1 to 64 letters, digits or . _ - @ and begins with a letter or digit")
	ErrWeak = errors.New("a password has 12 to 256 characters and is not the name")
)

// CheckName is [ErrName] where name cannot be an account's.
func CheckName(name string) error {
	ok := name != "" && utf8.RuneCountInString(name) <= 64 && utf8.ValidString(name)
	for i, r := range name {
		plain := unicode.IsLetter(r) || unicode.IsDigit(r)
		ok = ok && (plain || i > 0 && strings.ContainsRune("._-@", r))
	}
	if !ok {
		return fmt.Errorf("name %q: %w", name, ErrName)
	}
	return nil
}

// CheckPassword is [ErrWeak] where password is too short, too long or the name: length is what counts
// (NIST SP 800-63B), so that no signs or digits are asked for.
func CheckPassword(name, password string) error {
	n := utf8.RuneCountInString(password)
	if n < 12 || n > 256 || strings.EqualFold(password, name) {
		return ErrWeak
	}
	return nil
}

// TokenPrefix begins every API token, so that one that was let slip can be searched for.
const TokenPrefix = "sayso_"

// NewSecret is 256 random bits in letters, and the hash under which they are stored. A secret of that
// size cannot be guessed, so that one SHA-256 is hash enough.
func NewSecret(prefix string) (secret, hash string) {
	b := make([]byte, 32)
	rand.Read(b) // never fails: crypto/rand ends the program where the system has no randomness
	secret = prefix + base64.RawURLEncoding.EncodeToString(b)
	return secret, SecretHash(secret)
}

// SecretHash is the SHA-256 of a secret, hexadecimal.
func SecretHash(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}
