-- grain: one row a printed pagu figure of one satker (mata anggaran × tahun; tahun is null in the column "jumlah"),
-- without the printed totals
select
    mata_anggaran_id, jenis_dokumen, berkas, tabel, baris, tahun, tingkat, program, kegiatan, uraian, pagu_teks, pagu,
    realisasi_teks, realisasi, keadaan
from v_pagu
where
    kode_satker = $kode_satker
    and tingkat != 'total'
    and (len($tahun) = 0 or list_contains($tahun, tahun))
    and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
    and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
    and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
order by list_position(['Renstra', 'RKT', 'PK', 'LK'], jenis_dokumen), berkas, baris, mata_anggaran_id, tahun nulls last
