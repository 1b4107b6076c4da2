-- grain: one row a target (indikator × tahun);
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
            when 'sasaran' then sasaran
            when 'indikator' then indikator
            when 'unit_pelaksana' then unit_pelaksana
            when 'satuan' then satuan
            when 'keadaan' then keadaan
        end as kunci_teks,
        case $urut
            when 'tahun' then tahun
            when 'nilai' then nilai
            when 'baris' then baris
        end as kunci_angka
    from v_target
    where
        (len($satker) = 0 or list_contains($satker, kode_satker))
        and (len($tahun) = 0 or list_contains($tahun, tahun))
        and (len($jenis) = 0 or list_contains($jenis, jenis_dokumen))
        and (len($tingkat) = 0 or list_contains($tingkat, tingkat))
        and (len($unit) = 0 or list_contains($unit, unit) or list_has_any($unit, string_split(divisi, '; ')))
        and (len($program) = 0 or list_contains($program, regexp_replace(lower(program), '^program |[^a-z0-9]', '', 'g')))
        and (len($kegiatan) = 0 or list_contains($kegiatan, regexp_replace(lower(kegiatan), '^program |[^a-z0-9]', '', 'g')))
        and (len($polaritas) = 0 or list_contains($polaritas, polaritas))
        and (len($baku) = 0 or list_contains($baku, kode_baku))
        and len(list_filter(
            $sasaran, lambda kata: not contains(lower(concat_ws(' ', sasaran, indikator)), kata)
        )) = 0
        and (len($keadaan) = 0 or list_contains($keadaan, keadaan))
        and len(list_filter(
            $cari,
            lambda kata: not contains(
                lower(concat_ws(
                    ' ',
                    satker, jenis_dokumen, unit, tabel, tingkat, tujuan, program, kegiatan, sasaran,
                    indikator, unit_pelaksana, divisi, nilai_teks, nilai_ordinal, satuan,
                    tahun, aturan_baca,
                    map {
                        'ada': 'terbaca', 'tidak_ditargetkan': 'tidak ditargetkan', 'kosong': 'sel kosong',
                        'diperbaiki': 'diperbaiki aturan', 'dikoreksi': 'dikoreksi orang', 'rusak': 'rusak'
                    }[keadaan],
                    -- a figure is found with and without the dots of thousands, with decimal comma
                    replace(regexp_replace(cast(nilai as varchar), '\.0$', ''), '.', ',')
                )),
                kata
            )
        )) = 0
)

select
    kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, tingkat, tujuan, program, kegiatan,
    sasaran, indikator, unit_pelaksana, divisi, tahun, nilai_teks, nilai, nilai_ordinal, satuan, keadaan,
    aturan_baca, baris_akhir, jumlah_semua
from terpilih
order by
    case when not $turun then kunci_teks end asc nulls last,
    case when $turun then kunci_teks end desc nulls last,
    case when not $turun then kunci_angka end asc nulls last,
    case when $turun then kunci_angka end desc nulls last,
    satker, jenis_dokumen, berkas, baris, indikator_id, tahun nulls last
limit $batas offset $lewati
