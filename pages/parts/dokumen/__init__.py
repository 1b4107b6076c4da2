"""What only the page Dokumen uses: what is owed and held, how it was read, tables, karantina, versions."""
