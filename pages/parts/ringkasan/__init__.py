"""What only the page Ringkasan uses: coverage, what waits for attention, and its sentences."""
