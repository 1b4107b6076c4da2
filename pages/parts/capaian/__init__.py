"""What only the page Capaian uses: its sentences, serapan beside capaian, LKE, and the trend."""
