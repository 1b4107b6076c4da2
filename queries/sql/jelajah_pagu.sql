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
        pagu_tersaring($saring)
        and satu_dari($keadaan, keadaan)
        and memuat($cari, concat_ws(
            ' ',
            satker, jenis_dokumen, unit, tabel, tingkat, kode_program, kode_kegiatan, kode_kro,
            kode_ro, program, kegiatan, kro, uraian, divisi, sebut_asal(asal_divisi), pagu_teks, realisasi_teks,
            tahun, aturan_baca,
            keadaan_dicari(keadaan),
            rupiah_dicari(pagu),
            rupiah_dicari(realisasi),
            angka_dicari(persen_tercetak),
            angka_dicari(efisiensi_tercetak)
        ))
)

select
    kode_satker, satker, jenis_dokumen, unit, berkas, tabel, baris, tingkat, kode_program, kode_kegiatan,
    kode_kro, kode_ro, program, kegiatan, kro, uraian, divisi, sebut_asal(asal_divisi) as asal_divisi, tahun, pagu_teks, pagu, realisasi_teks, realisasi,
    persen_tercetak, tvro, rvro, efisiensi_tercetak, keadaan, aturan_baca, skala, baris_akhir, jumlah_semua
from terpilih
order by
    case when not $turun then kunci_teks end asc nulls last,
    case when $turun then kunci_teks end desc nulls last,
    case when not $turun then kunci_angka end asc nulls last,
    case when $turun then kunci_angka end desc nulls last,
    satker, jenis_dokumen, berkas, baris, mata_anggaran_id, tahun nulls last
limit $batas offset $lewati
