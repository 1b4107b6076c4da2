"""What only the page Ringkasan uses: verdict, tiles, rapor table, who is behind, the trend, and their sentences."""
