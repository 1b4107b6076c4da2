-- grain: one row a year: the sums of the rapor of the satker under the filter; median_capaian over all their indikator
with setahun as (
    select * from rapor($saring, $hari_ini) where satu_dari($tingkat_satker, tingkat_satker)
),

tengah as (
    select tahun, median(capaian) as median_capaian
    from v_banding_capaian
    where tersaring($saring) and satu_dari($tingkat_satker, tingkat_satker)
    group by tahun
)

select
    tahun,
    count(*) as jumlah_satker,
    count(*) filter (punya_capaian) as jumlah_melapor,
    count(*) filter (punya_serapan) as jumlah_serapan,
    count(*) filter (n_dokumen_ada + n_dokumen_menunggu > 0) as jumlah_berdokumen,
    cast(sum(n_indikator) as bigint) as n_indikator,
    cast(sum(n_tercapai) as bigint) as n_tercapai,
    cast(sum(n_meleset) as bigint) as n_meleset,
    cast(sum(n_tak_terhitung) as bigint) as n_tak_terhitung,
    any_value(tengah.median_capaian) as median_capaian,
    cast(sum(pagu_terbanding) as bigint) as pagu_terbanding,
    cast(sum(realisasi_terbanding) as bigint) as realisasi_terbanding,
    100.0 * sum(realisasi_terbanding) / nullif(sum(pagu_terbanding), 0) as serapan,
    cast(sum(n_janji) as bigint) as n_janji,
    cast(sum(n_sama) as bigint) as n_sama,
    cast(sum(n_turun) as bigint) as n_turun,
    cast(sum(n_naik) as bigint) as n_naik,
    cast(sum(n_hilang) as bigint) as n_hilang,
    cast(sum(n_tak_terbanding) as bigint) as n_tak_terbanding,
    cast(sum(n_melemah) as bigint) as n_melemah,
    cast(sum(n_temuan_kritis) as bigint) as n_temuan_kritis,
    cast(sum(n_temuan) as bigint) as n_temuan,
    cast(sum(n_dokumen_wajib) as bigint) as n_dokumen_wajib,
    cast(sum(n_dokumen_ada) as bigint) as n_dokumen_ada,
    cast(sum(n_dokumen_menunggu) as bigint) as n_dokumen_menunggu,
    cast(sum(n_dokumen_belum) as bigint) as n_dokumen_belum
from setahun
left join tengah using (tahun)
group by tahun
order by tahun
