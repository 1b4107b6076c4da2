-- grain: one row a target (indikator × tahun) of one indikator (see target_indikator), under the filter
select
    indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, sasaran, indikator,
    kode_baku, keyakinan, unit_pelaksana, tahun, nilai_teks, nilai, nilai_ordinal, satuan, keadaan, aturan_baca
from v_target
where case when $menurut_bunyi or kode_baku is null then trim(regexp_replace(lower(indikator), '\s+', ' ', 'g'))
    else kode_baku end = $kunci
    and (len($satker) = 0 or list_contains($satker, kode_satker))
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
    and (len($unit) = 0 or list_contains($unit, unit) or list_has_any($unit, string_split(divisi, '; ')))
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
    and (len($polaritas) = 0 or list_contains($polaritas, polaritas))
    and (len($baku) = 0 or list_contains($baku, kode_baku))
    and len(list_filter($sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata))) = 0
order by satker, baris, indikator_id, tahun
