-- grain: one row a printed row (indikator) of one satker and tahun, with its target and its realisasi
with baris_dibaca as (
    select
        indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, sasaran,
        indikator, unit_pelaksana, divisi, program, kegiatan, polaritas, kode_baku, tahun, kunci_bunyi
    from v_target
    union
    select
        indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, sasaran,
        indikator, unit_pelaksana, divisi, program, kegiatan, polaritas, kode_baku, tahun, kunci_bunyi
    from v_capaian
)

select
    baris_dibaca.kunci_bunyi as kunci,
    baris_dibaca.* exclude (kunci_bunyi, divisi, program, kegiatan, polaritas, kode_baku),
    v_target.nilai_teks, v_target.nilai, v_target.nilai_ordinal, v_target.satuan, v_target.keadaan,
    v_target.aturan_baca, v_capaian.realisasi_teks, v_capaian.realisasi, v_capaian.realisasi_ordinal,
    v_capaian.satuan as satuan_realisasi, v_capaian.keadaan as keadaan_realisasi
from baris_dibaca
left join v_target using (indikator_id, tahun)
left join v_capaian using (indikator_id, tahun)
where
    baris_dibaca.kode_satker = $kode_satker
    and baris_dibaca.tahun = $tahun_rantai
    and (len($tingkat) = 0 or list_contains($tingkat, baris_dibaca.tingkat))
    and (
        len($unit) = 0
        or list_contains($unit, baris_dibaca.unit)
        or list_has_any($unit, string_split(baris_dibaca.divisi, '; '))
    )
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(baris_dibaca.program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(baris_dibaca.kegiatan), '^program |[^a-z0-9]', '', 'g')))
    and (len($polaritas) = 0 or list_contains($polaritas, baris_dibaca.polaritas))
    and (len($baku) = 0 or list_contains($baku, baris_dibaca.kode_baku))
    and len(list_filter(
        $sasaran,
        lambda kata: not contains(lower(concat_ws(' ', baris_dibaca.sasaran, baris_dibaca.indikator)), kata)
    )) = 0
order by
    list_position(['Renstra', 'RKT', 'PK', 'LK'], baris_dibaca.jenis_dokumen),
    baris_dibaca.berkas, baris_dibaca.baris, baris_dibaca.indikator_id
