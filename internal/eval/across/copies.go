package main

func copies() error      { return nil }
func revisions() error   { return nil }
func incidents() error   { return nil }
func events() error      { return nil }
func trainEvents() error { return nil }
func scale() error       { return nil }
func plot() error        { return nil }
