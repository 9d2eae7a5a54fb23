package store

import (
	"reflect"
	"sync"

	"sayso/resolve"
)

// plainReading is resolve.Reading's type with every embedded struct made a named field. JSON needs
// it: of a resolve.Time, whose own Start and End hide those of the Span embedded in it,
// encoding/json would lose the span.
var plainReading = sync.OnceValue(func() reflect.Type { return plain(reflect.TypeFor[resolve.Reading]()) })

// plain is t without embedding, fields that are empty left out of its JSON.
func plain(t reflect.Type) reflect.Type {
	switch t.Kind() {
	case reflect.Pointer:
		return reflect.PointerTo(plain(t.Elem()))
	case reflect.Slice:
		return reflect.SliceOf(plain(t.Elem()))
	case reflect.Struct:
		var fields []reflect.StructField
		for _, f := range reflect.VisibleFields(t) {
			if len(f.Index) == 1 && f.IsExported() {
				fields = append(fields, reflect.StructField{Name: f.Name, Type: plain(f.Type), Tag: `json:",omitempty"`})
			}
		}
		return reflect.StructOf(fields)
	}
	return t
}

// copyPlain sets to, which has the type that plain makes of from's or the other way round.
func copyPlain(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(to.Type().Elem()))
			copyPlain(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			copyPlain(to.Index(i), from.Index(i))
		}
	case reflect.Struct:
		of := exported(from.Type())
		for k, i := range exported(to.Type()) { // both have the same ones, in one order
			copyPlain(to.Field(i), from.Field(of[k]))
		}
	default:
		to.Set(from)
	}
}

// exportedOf are the numbers of the exported fields of each type that was asked for.
var exportedOf sync.Map

// exported is the numbers of a type's exported fields.
func exported(t reflect.Type) []int {
	if is, ok := exportedOf.Load(t); ok {
		return is.([]int)
	}
	var is []int
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			is = append(is, i)
		}
	}
	exportedOf.Store(t, is)
	return is
}
