"""Our own template workbook, written: empty, or filled with what is known of a document.

    write(buffer, identitas, target, realisasi, anggaran, hambatan, menunggu)

The frames have the columns of v_target, v_capaian, v_pagu, v_hambatan and v_karantina.
"""

from __future__ import annotations

from loaders.lembar_kerja.writer.workbook import write

__all__ = ["write"]
