package web

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
)

// A schema is a JSON Schema (2020-12), as far as our types need it.
type schema map[string]any

// A describer makes schemas of Go types by the rules of encoding/json: null for what can be nil, embedded
// structs as their fields. Named structs stand once, under components.
type describer struct {
	named map[string]schema
	types map[string]reflect.Type
}

var (
	timeType = reflect.TypeFor[time.Time]()
	rawType  = reflect.TypeFor[json.RawMessage]()
)

func (d *describer) of(t reflect.Type) schema {
	switch {
	case t == timeType:
		return schema{"type": "string", "format": "date-time"}
	case t == rawType || t.Kind() == reflect.Interface:
		return schema{}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return orNull(d.of(t.Elem()))
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.String:
		return schema{"type": "string"}
	case reflect.Float64, reflect.Float32:
		return schema{"type": "number"}
	case reflect.Slice:
		return orNull(schema{"type": "array", "items": d.of(t.Elem())})
	case reflect.Map:
		return orNull(schema{"type": "object", "additionalProperties": d.of(t.Elem())})
	case reflect.Struct:
		return d.structure(t)
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Uint8, reflect.Int16:
		return schema{"type": "integer"}
	}
	panic("no schema for " + t.String())
}

func orNull(s schema) schema { return schema{"anyOf": []any{s, schema{"type": "null"}}} }

func (d *describer) structure(t reflect.Type) schema {
	if t.Name() == "" {
		return d.object(t)
	}
	name := schemaName(t)
	if d.named[name] == nil {
		if d.types[name] != nil && d.types[name] != t {
			panic("two types are named " + name)
		}
		d.types[name], d.named[name] = t, schema{}
		d.named[name] = d.object(t)
	}
	return schema{"$ref": "#/components/schemas/" + name}
}

// schemaName is the package and the type, with a generic type's argument: StoreStatement, WebListStoreFigure.
func schemaName(t reflect.Type) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(t.String(), func(r rune) bool { return strings.ContainsRune("[].*/", r) }) {
		if part != "sayso" && part != "internal" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

func (d *describer) object(t reflect.Type) schema {
	properties, required := schema{}, []string{}
	d.fields(t, properties, &required)
	slices.Sort(required)
	return schema{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func (d *describer) fields(t reflect.Type, properties schema, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		name, options, _ := strings.Cut(tag, ",")
		if f.Anonymous && name == "" {
			inner := f.Type
			if inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			d.fields(inner, properties, required)
			continue
		}
		if !f.IsExported() || tag == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		properties[name] = d.of(f.Type)
		if !strings.Contains(options, "omit") {
			*required = append(*required, name)
		}
	}
}

// wrong is where v is not what s says, "" where it is.
func (d *describer) wrong(s schema, v any, at string) string {
	if ref, ok := s["$ref"].(string); ok {
		return d.wrong(d.named[ref[strings.LastIndexByte(ref, '/')+1:]], v, at)
	}
	if any, ok := s["anyOf"].([]any); ok {
		if v == nil {
			return ""
		}
		return d.wrong(any[0].(schema), v, at)
	}
	kind, ok := s["type"].(string)
	if !ok {
		return ""
	}
	switch x := v.(type) {
	case map[string]any:
		if kind == "object" {
			return d.wrongObject(s, x, at)
		}
	case []any:
		if kind == "array" {
			for i, e := range x {
				if w := d.wrong(s["items"].(schema), e, fmt.Sprintf("%s[%d]", at, i)); w != "" {
					return w
				}
			}
			return ""
		}
	case float64:
		if kind == "number" || kind == "integer" && x == math.Trunc(x) {
			return ""
		}
	case string:
		if kind == "string" {
			return ""
		}
	case bool:
		if kind == "boolean" {
			return ""
		}
	}
	return fmt.Sprintf("%s: %T where %s is told", at, v, kind)
}

func (d *describer) wrongObject(s schema, x map[string]any, at string) string {
	for _, name := range requiredOf(s) {
		if _, ok := x[name]; !ok {
			return at + ": no " + name
		}
	}
	properties, _ := s["properties"].(schema)
	for name, e := range x {
		p, ok := properties[name].(schema)
		if !ok {
			if p, ok = s["additionalProperties"].(schema); !ok {
				return at + ": " + name + " is not told"
			}
		}
		if w := d.wrong(p, e, at+"."+name); w != "" {
			return w
		}
	}
	return ""
}

func requiredOf(s schema) []string {
	r, _ := s["required"].([]string)
	return r
}
