"""What one page uses and no other: a folder a page. What several use stands in pages/components."""
