package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"sayso/internal/access"
	"sayso/internal/store"
)

func usersCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "users",
		Short: "Give people and programs access to a served ledger",
		Long: `Users keeps who may use the ledger when sayso serve shows it. As soon as there is
one, everybody has to log in. A reader sees everything that is in the ledger; a
reviewer also records decisions; an admin also sees who has access. Passwords are
asked for, or read from standard input; they are never flags.`,
		Example: `  sayso users add ana --role admin
  sayso users add bo --role reviewer < password.txt
  sayso users list
  sayso users token add bo --for "nightly export" --role reader --days 90`,
		Args: usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	list, audit := users.command(), audits.command()
	list.Use = "list"
	audit.Use = "audit"
	c.AddCommand(usersAddCommand(), list, usersRoleCommand(), usersPasswordCommand(),
		usersStateCommand("disable", "Let users no longer in; their names stay in the record", false), usersStateCommand("enable", "Let users in again", true),
		tokenCommand(), audit)
	tidy(c)
	return c
}

// tidy gives the commands under c what all commands have.
func tidy(c *cobra.Command) {
	for _, sub := range c.Commands() {
		sub.Args = usage(sub.Args)
		sub.Flags().SortFlags = false
	}
}

var users = listing[store.User]{
	name:    "users",
	short:   "List who has access",
	example: "  sayso users list\n  sayso users list --format json",
	list: func(s *store.Store, ctx context.Context, _ store.Filter) (store.Page[store.User], error) {
		rows, err := s.Users(ctx)
		return store.Page[store.User]{Rows: rows}, err
	},
	columns: []column[store.User]{
		{"name", func(u *store.User) string { return u.Name }, 1},
		{"role", func(u *store.User) string { return string(u.Role) }, whole},
		{"state", func(u *store.User) string { return map[bool]string{true: "enabled", false: "disabled"}[u.Enabled] }, whole},
		{"since", func(u *store.User) string { return minute(u.Made) }, whole},
	},
}

var tokens = listing[store.Token]{
	name:    "tokens",
	short:   "List what programs log in with",
	example: "  sayso users token list",
	list: func(s *store.Store, ctx context.Context, _ store.Filter) (store.Page[store.Token], error) {
		rows, err := s.Tokens(ctx)
		return store.Page[store.Token]{Rows: rows}, err
	},
	columns: []column[store.Token]{
		{"id", func(t *store.Token) string { return t.ID }, whole},
		{"user", func(t *store.Token) string { return t.User }, 1},
		{"for", func(t *store.Token) string { return t.Label }, 1},
		{"role", func(t *store.Token) string { return string(t.Role) }, whole},
		{"made", func(t *store.Token) string { return minute(t.Made) }, 0},
		{"expires", func(t *store.Token) string { return minute(t.Expires) }, whole},
		{"revoked", func(t *store.Token) string { return minute(t.Revoked) }, whole},
		{"used", func(t *store.Token) string { return minute(t.Used) }, 0},
	},
}

var audits = listing[store.Audit]{
	name:    "audit",
	short:   "List what was done about access, the newest first",
	example: "  sayso users audit\n  sayso users audit --format csv > audit.csv",
	list: func(s *store.Store, ctx context.Context, _ store.Filter) (store.Page[store.Audit], error) {
		rows, err := s.AuditTrail(ctx, 0)
		return store.Page[store.Audit]{Rows: rows}, err
	},
	columns: []column[store.Audit]{
		{"at", func(a *store.Audit) string { return minute(a.At) }, whole},
		{"who", func(a *store.Audit) string { return a.Who }, 1},
		{"what", func(a *store.Audit) string { return a.What }, whole},
		{"subject", func(a *store.Audit) string { return a.Subject }, 1},
		{"detail", func(a *store.Audit) string { return a.Detail }, 1},
		{"address", func(a *store.Audit) string { return a.Address }, 0},
	},
}

// byCommand is who does something on the command line: the machine's own user.
func byCommand() store.Audit {
	name := os.Getenv("USER")
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	return store.Audit{At: time.Now(), Who: name + " (command line)"}
}

// inLedger runs f on the open ledger.
func inLedger(c *cobra.Command, create bool, f func(*store.Store) error) error {
	s, err := openLedger(c, create)
	if err != nil {
		return err
	}
	defer s.Close()
	return f(s)
}

// roleFlag is a flag that takes a role.
func roleFlag(c *cobra.Command, to *string, ordinary, help string) {
	c.Flags().StringVar(to, "role", ordinary, help)
	c.RegisterFlagCompletionFunc("role", cobra.FixedCompletions([]string{"reader", "reviewer", "admin"}, cobra.ShellCompDirectiveNoFileComp))
}

func parseRole(c *cobra.Command, s string) (access.Role, error) {
	r, err := access.ParseRole(s)
	if err != nil {
		err = &exit{exitUsage, fmt.Errorf("%s: %w", c.Name(), err)}
	}
	return r, err
}

func usersAddCommand() *cobra.Command {
	var role string
	c := &cobra.Command{
		Use:     "add NAME",
		Short:   "Give somebody access; asks for the password",
		Example: "  sayso users add ana --role admin\n  sayso users add bo --role reviewer < password.txt",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			r, err := parseRole(c, role)
			if err != nil {
				return err
			}
			if err := access.CheckName(args[0]); err != nil {
				return &exit{exitUsage, fmt.Errorf("users add: %w", err)}
			}
			return inLedger(c, true, func(s *store.Store) error {
				password, err := askPassword(c, args[0])
				if err != nil {
					return err
				}
				u := store.User{Name: args[0], Role: r, Password: access.Hash(password), Made: time.Now()}
				if err := s.AddUser(c.Context(), u, byCommand()); err != nil {
					return err
				}
				fmt.Fprintf(c.OutOrStdout(), "%s has access as %s\n", u.Name, r)
				return nil
			})
		},
	}
	roleFlag(c, &role, string(access.Reader), "reader, reviewer or admin")
	return c
}

func usersRoleCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "role NAME ROLE",
		Short:   "Change what somebody may do; ends their logins",
		Example: "  sayso users role bo admin",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			r, err := parseRole(c, args[1])
			if err != nil {
				return err
			}
			return changeUser(c, args[0], "role set", string(r), func(u *store.User) { u.Role = r })
		},
	}
}

func usersPasswordCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "password NAME",
		Short:   "Set somebody's password anew; ends their logins",
		Example: "  sayso users password bo",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			password, err := askPassword(c, args[0])
			if err != nil {
				return err
			}
			hash := access.Hash(password)
			return changeUser(c, args[0], "password set", "", func(u *store.User) { u.Password = hash })
		},
	}
}

func usersStateCommand(verb, short string, enabled bool) *cobra.Command {
	return &cobra.Command{
		Use:     verb + " NAME…",
		Short:   short,
		Example: "  sayso users " + verb + " bo",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			for _, name := range args {
				if err := changeUser(c, name, "user "+verb+"d", "", func(u *store.User) { u.Enabled = enabled }); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func changeUser(c *cobra.Command, name, what, detail string, change func(*store.User)) error {
	return inLedger(c, false, func(s *store.Store) error {
		a := byCommand()
		a.Detail = detail
		if err := s.ChangeUser(c.Context(), name, what, a, change); err != nil {
			return err
		}
		fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", name, strings.TrimSpace(what+" "+detail))
		return nil
	})
}

// askPassword asks twice on a terminal, without showing it; elsewhere it is the first line of standard input.
func askPassword(c *cobra.Command, name string) (string, error) {
	password, err := readPassword(c, "Password for "+name+": ")
	if err != nil {
		return "", fmt.Errorf("password: %w", err)
	}
	if err := access.CheckPassword(name, password); err != nil {
		return "", fmt.Errorf("password: %w", err)
	}
	if onTerminal(c.InOrStdin()) {
		again, err := readPassword(c, "Again: ")
		if err != nil {
			return "", fmt.Errorf("password: %w", err)
		}
		if again != password {
			return "", errors.New("password: it was not twice the same")
		}
	}
	return password, nil
}

func onTerminal(r io.Reader) bool {
	f, ok := r.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func readPassword(c *cobra.Command, prompt string) (string, error) {
	in := c.InOrStdin()
	if onTerminal(in) {
		fmt.Fprint(c.ErrOrStderr(), prompt)
		b, err := term.ReadPassword(int(in.(*os.File).Fd()))
		fmt.Fprintln(c.ErrOrStderr())
		return string(b), err
	}
	line, err := bufio.NewReader(io.LimitReader(in, 4096)).ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func tokenCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "token",
		Short:   "Tokens with which programs read the .json pages",
		Example: "  sayso users token add bo --for \"nightly export\" --days 90\n  curl -H \"Authorization: Bearer $TOKEN\" https://ledger.example/claims.json",
		Args:    usage(cobra.NoArgs),
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	list := tokens.command()
	list.Use = "list"
	c.AddCommand(tokenAddCommand(), list, tokenRevokeCommand())
	tidy(c)
	return c
}

func tokenAddCommand() *cobra.Command {
	var role, label string
	var days int
	c := &cobra.Command{
		Use:   "add USER",
		Short: "Make a token of a user's; it is printed once",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			r, err := parseRole(c, role)
			if err != nil {
				return err
			}
			if days < 1 || days > 3660 {
				return &exit{exitUsage, fmt.Errorf("token add: --days is 1 to 3660, not %d", days)}
			}
			return inLedger(c, false, func(s *store.Store) error {
				secret, hash := access.NewSecret(access.TokenPrefix)
				t := store.Token{User: args[0], Label: label, Role: r, Made: time.Now(), Expires: time.Now().AddDate(0, 0, days)}
				id, err := s.AddToken(c.Context(), t, hash, byCommand())
				if err != nil {
					return err
				}
				fmt.Fprintln(c.OutOrStdout(), secret)
				fmt.Fprintf(c.ErrOrStderr(), "token %s of %s, %s, until %s; it is not shown again\n", id, t.User, r, t.Expires.Format(time.DateOnly))
				return nil
			})
		},
	}
	roleFlag(c, &role, string(access.Reader), "the most that it may: reader, reviewer or admin")
	c.Flags().StringVar(&label, "for", "", "what it is for")
	c.Flags().IntVar(&days, "days", 90, "how long it holds")
	return c
}

func tokenRevokeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "revoke TOKEN…",
		Short: "End tokens, by the ids that list shows",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return inLedger(c, false, func(s *store.Store) error {
				for _, id := range args {
					if err := s.RevokeToken(c.Context(), id, byCommand()); err != nil {
						return err
					}
					fmt.Fprintf(c.OutOrStdout(), "token %s is revoked\n", id)
				}
				return nil
			})
		},
	}
}
