"""Reading in a process of its own with limits of time and memory, and keeping what was read.

    lembar = read_cached(path, terbit)      # from what was kept, else read_limited(path)

The process is loaders.sandbox_child; it imports nothing of this package, so that it starts at once.
"""

from __future__ import annotations

from loaders.sandbox.cache import examine_cached, prune, read_cached
from loaders.sandbox.limited import Dibatalkan, examine_limited, read_limited

__all__ = ["Dibatalkan", "examine_cached", "examine_limited", "prune", "read_cached", "read_limited"]
