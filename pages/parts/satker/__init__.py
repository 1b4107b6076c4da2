"""What only the page Satker uses: the tree of promises, obstacles, and its sentences."""
