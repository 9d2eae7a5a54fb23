package read

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"

	"sayso/internal/learn"
)

//go:embed data/statements.model
var statementData string

// A statementModel is what was learned from annotated news: which words head a cue, and which words
// around a cue are its source and its content. data/statements.txt says from what, and how well.
type statementModel struct {
	cue       *learn.Linear // width 1
	rank      *learn.Linear // width 1
	accept    *learn.Linear // width 1
	threshold int32         // a candidate whose score of acceptance is above it is a statement
	roles     learn.ChainTagger
}

var loadStatements = sync.OnceValue(func() *statementModel {
	m, err := readStatements(statementData)
	if err != nil {
		panic("read: data/statements.model: " + err.Error()) // embedded and tested: cannot happen in a build that passed its tests
	}
	return m
})

var errStatements = errors.New("read: not the models of statements")

func readStatements(data string) (*statementModel, error) {
	m := &statementModel{}
	var err error
	if m.cue, data, err = learn.ReadLinear(data); err != nil {
		return nil, err
	}
	if m.rank, data, err = learn.ReadLinear(data); err != nil {
		return nil, err
	}
	if m.accept, data, err = learn.ReadLinear(data); err != nil {
		return nil, err
	}
	if m.roles.Node, data, err = learn.ReadLinear(data); err != nil {
		return nil, err
	}
	if m.roles.Edge, data, err = learn.ReadLinear(data); err != nil {
		return nil, err
	}
	if len(data) != 4 {
		return nil, errStatements
	}
	m.threshold = int32(binary.LittleEndian.Uint32([]byte(data)))
	return m, nil
}
