package fetch

import (
	"net/url"
	"slices"
	"strings"
)

// tracking are parameters that say how a reader came to a page and never which page it is.
var tracking = []string{"_hsenc", "_hsmi", "at_campaign", "at_medium", "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igshid", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "s_cid", "twclid", "vero_id", "wbraid", "yclid"}

// Canonical is the address without what does not tell one page from another: tracking parameters,
// the fragment, a default port, capitals in the host's name. All else stays to the letter, the order
// of the parameters too, since a server may heed it. What is no web address is given back as it is.
func Canonical(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return address
	}
	u.Fragment, u.RawFragment = "", ""
	u.Host = strings.ToLower(u.Host)
	if p := u.Port(); p == "80" && u.Scheme == "http" || p == "443" && u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":"+p)
	}
	if u.RawQuery != "" {
		u.RawQuery = strings.Join(slices.DeleteFunc(strings.Split(u.RawQuery, "&"), isTracking), "&")
	}
	u.ForceQuery = false
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String()
}

func isTracking(parameter string) bool {
	name, _, _ := strings.Cut(parameter, "=")
	name = strings.ToLower(name)
	return parameter == "" || strings.HasPrefix(name, "utm_") || slices.Contains(tracking, name)
}
