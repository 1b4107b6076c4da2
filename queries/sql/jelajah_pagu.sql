-- grain: one row a printed pagu figure (mata anggaran × tahun; tahun is null in the column "jumlah");
-- jumlah_semua is the number of rows under the filter, before paging
with terpilih as (
    select
        *,
        count(*) over () as jumlah_semua,
        case $urut
            when 'satker' then satker
            when 'jenis_dokumen' then jenis_dokumen
            when 'tabel' then tabel
            when 'tingkat' then tingkat
            when 'program' then program
            when 'kegiatan' then kegiatan
            when 'uraian' then uraian
            when 'kode_kegiatan' then kode_kegiatan
            when 'keadaan' then keadaan
        end as kunci_teks,
        case $urut
            when 'tahun' then tahun
            when 'pagu' then pagu
            when 'realisasi' then realisasi
            when 'persen_tercetak' then persen_tercetak
            when 'baris' then baris
        end as kunci_angka
    from v_pagu
    where
        (len($satker) = 0 or list_contains($satker, kode_satker))
        and (len($tahun) = 0 or list_contains($tahun, tahun))
        and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
        and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
        and (len($unit) = 0 or list_contains($unit, unit))
        and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
        and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
        and len($polaritas) = 0
        and len($baku) = 0
        and len(list_filter(
            $sasaran, lambda kata: not contains(lower(concat_ws(' ', program, kegiatan, kro, uraian)), kata)
        )) = 0
        and (len($keadaan) = 0 or list_contains($keadaan, keadaan))
        and len(list_filter(
            $cari,
            lambda kata: not contains(
                lower(concat_ws(
                    ' ',
                    satker, jenis_dokumen, unit, tabel, tingkat, kode_program, kode_kegiatan, kode_kro,
                    kode_ro, program, kegiatan, kro, uraian, pagu_teks, realisasi_teks,
                    tahun, aturan_baca,
                    map {
                        'ada': 'terbaca', 'tidak_ditargetkan': 'tidak ditargetkan', 'kosong': 'sel kosong',
                        'diperbaiki': 'diperbaiki aturan', 'dikoreksi': 'dikoreksi orang', 'rusak': 'rusak'
                    }[keadaan],
                    -- a figure is found with and without the dots of thousands, with decimal comma
                    pagu, replace(format('{:,}', pagu), ',', '.'),
                    realisasi, replace(format('{:,}', realisasi), ',', '.'),
                    replace(regexp_replace(cast(persen_tercetak as varchar), '\.0$', ''), '.', ','),
                    replace(regexp_replace(cast(efisiensi_tercetak as varchar), '\.0$', ''), '.', ',')
                )),
                kata
            )
        )) = 0
)

select
    kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, tingkat, kode_program, kode_kegiatan,
    kode_kro, kode_ro, program, kegiatan, kro, uraian, tahun, pagu_teks, pagu, realisasi_teks, realisasi,
    persen_tercetak, tvro, rvro, efisiensi_tercetak, keadaan, aturan_baca, skala, baris_akhir, jumlah_semua
from terpilih
order by
    case when not $turun then kunci_teks end asc nulls last,
    case when $turun then kunci_teks end desc nulls last,
    case when not $turun then kunci_angka end asc nulls last,
    case when $turun then kunci_angka end desc nulls last,
    satker, jenis_dokumen, berkas, baris, mata_anggaran_id, tahun nulls last
limit $batas offset $lewati
