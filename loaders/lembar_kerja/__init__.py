"""Our own template workbook: its shape, how it is written filled, and how its rows are read back."""
