-- grain: one row a realisasi (indikator × tahun), with the budget of the same printed line where its table prints one
with anggaran as (
    select berkas, tabel, baris, tahun, pagu, realisasi as realisasi_anggaran, persen_tercetak
    from v_pagu
    where tingkat = 'indikator'
),

tabel_beranggaran as (
    select distinct berkas, tabel from v_pagu
)

select
    indikator_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tingkat, sasaran,
    indikator, kunci_bunyi, kode_baku, indikator_baku, keyakinan, polaritas, divisi, asal_divisi, tahun,
    target_teks, target, target_ordinal, realisasi_teks, realisasi, realisasi_ordinal, satuan,
    capaian_tercetak_teks, capaian_tercetak, capaian_hitung, alasan, aturan_capaian, terpenuhi, keadaan,
    tabel_beranggaran.berkas is not null as beranggaran, pagu, realisasi_anggaran, persen_tercetak
from v_capaian
left join tabel_beranggaran using (berkas, tabel)
left join anggaran using (berkas, tabel, baris, tahun)
where
    (len($satker) = 0 or list_contains($satker, kode_satker))
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
    and (
        len($unit) = 0
        or list_contains($unit, unit)
        or list_contains($unit, unit_pelaksana)
        or list_has_any($unit, string_split(divisi, '; '))
    )
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
    and (len($polaritas) = 0 or list_contains($polaritas, polaritas))
    and (len($baku) = 0 or list_contains($baku, kode_baku))
    and len(list_filter(
        $sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata)
    )) = 0
order by satker, tahun, beranggaran, berkas, baris, indikator_id
