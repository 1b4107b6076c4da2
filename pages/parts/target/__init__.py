"""What only the page Target uses: its sentences and the choice of an indikator."""
