-- grain: one row a printed row (indikator) of one satker × tahun, with its target and its realisasi
with baris_dibaca as (
    select
        indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, tujuan,
        program, kegiatan, sasaran, indikator, unit_pelaksana, divisi, asal_divisi, kode_baku, indikator_baku,
        polaritas, tahun
    from v_target
    union
    select
        indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, tujuan,
        program, kegiatan, sasaran, indikator, unit_pelaksana, divisi, asal_divisi, kode_baku, indikator_baku,
        polaritas, tahun
    from v_capaian
)

select
    baris_dibaca.*,
    v_target.nilai_teks, v_target.nilai, v_target.nilai_ordinal, v_target.satuan, v_target.keadaan,
    v_target.aturan_baca, v_capaian.realisasi_teks, v_capaian.realisasi, v_capaian.realisasi_ordinal,
    v_capaian.satuan as satuan_realisasi, v_capaian.keadaan as keadaan_realisasi, v_capaian.capaian_tercetak_teks,
    v_capaian.capaian_tercetak, v_capaian.capaian_hitung, v_capaian.alasan, v_capaian.terpenuhi
from baris_dibaca
left join v_target using (indikator_id, tahun)
left join v_capaian using (indikator_id, tahun)
where
    baris_dibaca.kode_satker = $kode_satker
    and (len($tahun) = 0 or list_contains($tahun, baris_dibaca.tahun))
    and (len($jenis) = 0 or list_contains($jenis, baris_dibaca.jenis_dokumen))
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
    baris_dibaca.berkas, baris_dibaca.baris, baris_dibaca.indikator_id, baris_dibaca.tahun
