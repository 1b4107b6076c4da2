-- grain: one row a level (tingkat) of a table that prints pagu, totals aside, under the filter
select
    kode_satker, satker, jenis_dokumen, unit, berkas, tabel, tingkat,
    min(tahun) as tahun_awal,
    max(tahun) as tahun_akhir,
    count(distinct mata_anggaran_id) as jumlah_baris,
    count(pagu) as jumlah_pagu,
    count(realisasi) as jumlah_realisasi,
    count(*) filter (keadaan = 'rusak') as jumlah_rusak,
    cast(sum(pagu) as bigint) as pagu,
    cast(sum(realisasi) as bigint) as realisasi,
    cast(sum(pagu) filter (realisasi is not null) as bigint) as pagu_terbanding,
    cast(sum(realisasi) filter (pagu is not null) as bigint) as realisasi_terbanding,
    min(baris) as baris,
    any_value(skala) as skala
from v_pagu
where
    tingkat <> 'total'
    and tahun is not null
    and pagu_tersaring($saring)
group by all
order by jumlah_realisasi desc, satker, tahun_akhir desc, jenis_dokumen, baris, tingkat
