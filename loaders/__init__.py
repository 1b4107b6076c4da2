"""READS: documents and corrections in, one DuckDB file out. The only writer of the database."""
