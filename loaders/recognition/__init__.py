"""Whose document a file is, of which kind and years: found in its own words, each with its evidence."""
