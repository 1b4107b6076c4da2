"""What only the page Dokumen uses: tables, karantina, and the versions of a document."""
