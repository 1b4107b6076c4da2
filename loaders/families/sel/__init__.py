"""Tables of cells whose heading may take one to three lines: columns, extent, title, rows and values."""
