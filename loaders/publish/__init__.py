"""Records → one database file that nobody ever sees half-built.

    path = publish(folder, version_name(inputs), collect(results), read, registered)

`frames` lays the records into tables, whose `rows` number and key them; `versions` says what each version changed,
`database` writes, checks and points.
"""

from __future__ import annotations

from loaders.publish import versions
from loaders.publish.database import current, is_current, publish, published, version_name
from loaders.publish.frames import Hasil, collect

__all__ = ["Hasil", "collect", "current", "is_current", "publish", "published", "version_name", "versions"]
