-- grain: one row a printed pagu figure (mata anggaran × tahun; tahun is null in the column "jumlah") of one table
select
    mata_anggaran_id, kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir, tahun, tingkat,
    kode_program, kode_kegiatan, kode_kro, kode_ro, program, kegiatan, kro, uraian,
    pagu_teks, pagu, realisasi_teks, realisasi, persen_tercetak, tvro, rvro, efisiensi_tercetak, keadaan, aturan_baca
from v_pagu
where berkas = $berkas
    and tabel = $tabel
    and list_contains($tingkat, tingkat)
    and (len($tahun) = 0 or tahun is null or list_contains($tahun, tahun))
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
    and len(list_filter(
        $sasaran, lambda kata: not contains(lower(concat_ws(' ', program, kegiatan, kro, uraian)), kata)
    )) = 0
order by baris, mata_anggaran_id, tahun nulls last
