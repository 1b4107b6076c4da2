"""What only the page Konsistensi uses: the list of temuan, one temuan in full, and the chain."""
