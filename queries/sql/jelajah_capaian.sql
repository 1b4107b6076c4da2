-- grain: one row a realisasi (indikator × tahun);
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
            when 'target' then target
            when 'realisasi' then realisasi
            when 'capaian_tercetak' then capaian_tercetak
            when 'baris' then baris
        end as kunci_angka
    from v_capaian
    where
        tersaring($saring)
        and satu_dari($keadaan, keadaan)
        and memuat($cari, concat_ws(
            ' ',
            satker, jenis_dokumen, unit, tabel, tingkat, tujuan, program, kegiatan, sasaran,
            indikator, unit_pelaksana, divisi, sebut_asal(asal_divisi), target_teks, realisasi_teks, capaian_tercetak_teks,
            satuan,
            target_ordinal, realisasi_ordinal, tahun, alasan,
            keadaan_dicari(keadaan),
            angka_dicari(target),
            angka_dicari(realisasi),
            angka_dicari(capaian_tercetak)
        ))
)

select
    kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, tingkat, tujuan, program, kegiatan,
    sasaran, indikator, unit_pelaksana, divisi, sebut_asal(asal_divisi) as asal_divisi, tahun, target_teks, target, target_ordinal, realisasi_teks,
    realisasi, realisasi_ordinal, satuan, capaian_tercetak_teks, capaian_tercetak, capaian_hitung, alasan,
    keadaan, baris_akhir, jumlah_semua
from terpilih
order by
    case when not $turun then kunci_teks end asc nulls last,
    case when $turun then kunci_teks end desc nulls last,
    case when not $turun then kunci_angka end asc nulls last,
    case when $turun then kunci_angka end desc nulls last,
    satker, jenis_dokumen, berkas, baris, indikator_id, tahun nulls last
limit $batas offset $lewati
