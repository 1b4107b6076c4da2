"""Comparisons: pure functions from frame to frame. They know polars and nothing else."""
