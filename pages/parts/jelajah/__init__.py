"""What only the page Jelajah uses: the table to browse in."""
