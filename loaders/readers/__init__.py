"""Readers: one module a file format, all yielding the same Lembar of lines and cells."""
