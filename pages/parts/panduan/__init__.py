"""What only the page Panduan uses: formulas, rules of reading, words of the field, the data dictionary."""
