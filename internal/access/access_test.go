package access

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		have, needs Role
		may         bool
	}{{Public, Public, true}, {Public, Reader, false}, {Reader, Reader, true}, {Reader, Reviewer, false}, {Reviewer, Reader, true}, {Admin, Reviewer, true}, {"king", Public, false}, {Admin, "king", false}} {
		if got := c.have.May(c.needs); got != c.may {
			t.Errorf("%q may what needs %q: %v", c.have, c.needs, got)
		}
	}
	if Least(Admin, Reader) != Reader || Least(Reader, Admin) != Reader || Least("king", Admin) != "king" {
		t.Error("the lesser role is not the least")
	}
	if _, err := ParseRole("king"); err == nil {
		t.Error("king is a role")
	}
}

func TestPasswords(t *testing.T) {
	h := Hash("correct horse battery")
	if h == Hash("correct horse battery") {
		t.Error("two hashes of one password are the same: no salt")
	}
	for _, c := range []struct {
		hash, password string
		ok             bool
	}{
		{h, "correct horse battery", true},
		{h, "correct horse batterz", false},
		{h, "", false},
		{"", "nobody has this password", false},
		{"$argon2id$v=19$m=4294967295,t=1,p=1$AAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", false},
		{"plain", "plain", false},
	} {
		if ok, _ := Verify(c.hash, c.password); ok != c.ok {
			t.Errorf("Verify(%q, %q) = %v", c.hash, c.password, ok)
		}
	}
	if _, old := Verify(h, "x"); old {
		t.Error("today's hash is old")
	}
	weak := parameters{memory: 64, passes: 1, threads: 1}
	salt := []byte("0123456789abcdef")
	if ok, old := Verify(weak.String()+"$"+encode(salt)+"$"+encode(weak.key("pass", salt, 32)), "pass"); !ok || !old {
		t.Errorf("a hash with other parameters: ok %v, old %v", ok, old)
	}
}

func TestNamesAndPasswordsThatCanBe(t *testing.T) {
	for name, ok := range map[string]bool{"ana": true, "ana.ruiz@desk": true, "Åse": true, "": false, ".ana": false, "a b": false, "a\x00": false, strings.Repeat("a", 65): false} {
		if err := CheckName(name); (err == nil) != ok {
			t.Errorf("name %q: %v", name, err)
		}
	}
	for password, ok := range map[string]bool{"short": false, "twelve chars": true, "ana-the-chief": false, strings.Repeat("x", 257): false} {
		if err := CheckPassword("ana-the-chief", password); (err == nil) != ok {
			t.Errorf("password %q: %v", password, err)
		}
	}
}

func TestSecrets(t *testing.T) {
	a, ha := NewSecret(TokenPrefix)
	b, _ := NewSecret(TokenPrefix)
	if a == b || !strings.HasPrefix(a, TokenPrefix) || ha != SecretHash(a) || strings.Contains(ha, a) {
		t.Errorf("secrets %q, %q", a, b)
	}
}

func TestThrottleDoublesAndIsBounded(t *testing.T) {
	var th Throttle
	now := time.Unix(0, 0)
	for i := range 4 {
		th.Failed(now, "ana", "192.0.2.1")
		if w := th.Wait(now, "ana"); w != 0 {
			t.Fatalf("a wait of %v after %d failures", w, i+1)
		}
	}
	var waits []time.Duration
	for range 8 {
		th.Failed(now, "ana")
		waits = append(waits, th.Wait(now, "ana", "bo"))
	}
	if waits[0] != time.Second || waits[1] != 2*time.Second || waits[7] != time.Minute {
		t.Errorf("waits %v", waits)
	}
	if th.Wait(now.Add(time.Minute), "ana") > 0 {
		t.Error("locked out for longer than the bound")
	}
	th.Passed("ana")
	if th.Wait(now, "ana") != 0 {
		t.Error("a success did not clear the failures")
	}
	for i := range most + 10 {
		th.Failed(now, fmt.Sprint(i))
	}
	if len(th.keys) > most {
		t.Errorf("%d keys are remembered", len(th.keys))
	}
}

func TestSameLettersSamePassword(t *testing.T) {
	if ok, _ := Verify(Hash("Gr\u00fc\u00dfe vom Hafen"), "Gru\u0308\u00dfe vom Hafen"); !ok {
		t.Error("a letter that was put together otherwise is another password")
	}
}

func FuzzParseHash(f *testing.F) {
	f.Add(current.String() + "$" + encode(make([]byte, 16)) + "$" + encode(make([]byte, 32)))
	f.Add("$argon2id$v=19$m=0,t=0,p=0$$")
	f.Fuzz(func(t *testing.T, s string) {
		p, salt, key, err := parseHash(s)
		if err != nil {
			return
		}
		if again, _, _, err := parseHash(p.String() + "$" + encode(salt) + "$" + encode(key)); err != nil || again != p {
			t.Error(s, err)
		}
	})
}
