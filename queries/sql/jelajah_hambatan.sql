-- grain: one row a hambatan; jumlah_semua is the number of rows under the filter, before paging
with hambatan_lk as (
    select *, case when kolom_dikoreksi is null then 'ada' else 'dikoreksi' end as keadaan
    from v_hambatan
),

terpilih as (
    select
        *,
        count(*) over () as jumlah_semua,
        case $urut
            when 'satker' then satker
            when 'jenis_dokumen' then jenis_dokumen
            when 'tabel' then tabel
            when 'aspek' then aspek
            when 'hambatan' then hambatan
            when 'upaya' then upaya
            when 'keadaan' then keadaan
        end as kunci_teks,
        case $urut when 'tahun' then tahun when 'baris' then baris end as kunci_angka
    from hambatan_lk
    where
        dari_kantor($saring)
        and satu_dari($saring.tahun, tahun)
        and satu_dari($saring.jenis, jenis_dokumen)
        and satu_dari($keadaan, keadaan)
        and memuat($cari, concat_ws(
            ' ', satker, jenis_dokumen, tabel, tahun, aspek, hambatan, keterangan, upaya, keadaan_dicari(keadaan)
        ))
)

select
    kode_satker, satker, jenis_dokumen, berkas, tabel, baris, tahun, aspek, hambatan, upaya, keterangan, keadaan,
    baris_akhir, jumlah_semua
from terpilih
order by
    case when not $turun then kunci_teks end asc nulls last,
    case when $turun then kunci_teks end desc nulls last,
    case when not $turun then kunci_angka end asc nulls last,
    case when $turun then kunci_angka end desc nulls last,
    satker, jenis_dokumen, berkas, baris
limit $batas offset $lewati
