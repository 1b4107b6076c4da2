"""Pure text → value: no files, no database, no domain rows."""
