package access

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Parameters are what a password's hash costs.
type parameters struct {
	memory  uint32 // KiB
	passes  uint32
	threads uint8
}

// current is the second recommendation of RFC 9106 with fewer passes over less memory, the first of the
// OWASP cheat sheet's: 46 MiB, one pass, one thread.
var current = parameters{memory: 47104, passes: 1, threads: 1}

const (
	saltBytes = 16
	hashBytes = 32
)

// one hash is made at a time, so that many logins at once cannot take all memory.
var hashing sync.Mutex

// Hash is the argon2id hash of a password with its parameters and a new salt, in PHC form.
func Hash(password string) string {
	salt := make([]byte, saltBytes)
	rand.Read(salt)
	p := current
	return p.String() + "$" + encode(salt) + "$" + encode(p.key(password, salt, hashBytes))
}

func (p parameters) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d", argon2.Version, p.memory, p.passes, p.threads)
}

func (p parameters) key(password string, salt []byte, n uint32) []byte {
	hashing.Lock()
	defer hashing.Unlock()
	// "ü" can be typed as one sign or as two; RFC 8265 takes them for one.
	return argon2.IDKey([]byte(norm.NFC.String(password)), salt, p.passes, p.memory, p.threads, n)
}

// nobody is checked where there is no account, so that a wrong name takes as long as a wrong password.
var nobody = sync.OnceValue(func() string { return Hash("nobody has this password") })

// Warm makes what [Verify] needs for names that are nobody's, so that the first wrong one takes no longer.
func Warm() { nobody() }

// Verify reports whether password is the one that was hashed, and whether the hash was made with other
// parameters than today's and should be made again. With hash "" it takes as long and is false.
func Verify(hash, password string) (ok, old bool) {
	known := hash != ""
	if !known {
		hash = nobody()
	}
	p, salt, want, err := parseHash(hash)
	if err != nil {
		return false, false
	}
	got := p.key(password, salt, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1 && known, p != current
}

var errHash = errors.New("not an argon2id hash")

// parseHash takes a hash in PHC form apart. Parameters that would take the machine's memory are refused.
func parseHash(s string) (p parameters, salt, key []byte, err error) {
	f := strings.Split(s, "$")
	if len(f) != 6 || f[1] != "argon2id" || f[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return p, nil, nil, errHash
	}
	if _, err := fmt.Sscanf(f[3], "m=%d,t=%d,p=%d", &p.memory, &p.passes, &p.threads); err != nil {
		return p, nil, nil, errHash
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(f[4])
	key, err2 := base64.RawStdEncoding.DecodeString(f[5])
	if err1 != nil || err2 != nil || len(salt) < 8 || len(key) < 16 || len(key) > 64 || !p.bearable() {
		return p, nil, nil, errHash
	}
	return p, salt, key, nil
}

// bearable reports whether a hash can be made with the parameters without taking the machine's memory or time.
func (p *parameters) bearable() bool {
	return p.memory >= 8 && p.memory <= 1<<20 && p.passes >= 1 && p.passes <= 16 && p.threads >= 1 && p.threads <= 16
}

func encode(b []byte) string { return base64.RawStdEncoding.EncodeToString(b) }
