-- grain: one row a target (indikator × tahun) of one indikator text, under the filter
select
    indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, sasaran, indikator,
    unit_pelaksana, tahun, nilai_teks, nilai, nilai_ordinal, satuan, keadaan, aturan_baca
from v_target
where trim(regexp_replace(lower(indikator), '\s+', ' ', 'g')) = $kunci
    and (len($satker) = 0 or list_contains($satker, kode_satker))
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
    and (len($unit) = 0 or list_contains($unit, unit) or list_contains($unit, unit_pelaksana))
    and len(list_filter($sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata))) = 0
order by satker, baris, indikator_id, tahun
