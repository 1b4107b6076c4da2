"""What only the page Unggah uses, and the only modules of pages that know loaders.unggah."""
