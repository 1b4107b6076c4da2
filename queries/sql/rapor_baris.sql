-- grain: one row a satker under the filter in one year, with the figures of the year before beside (…_lalu)
with kedua_tahun as materialized (
    select * from rapor($saring, $hari_ini)
),

kini as (
    select * from kedua_tahun where tahun = $tahun_rapor
),

lalu as (
    select * from kedua_tahun where tahun = $tahun_rapor - 1
)

select
    kini.*,
    lalu.n_indikator as n_indikator_lalu, lalu.n_tercapai as n_tercapai_lalu, lalu.n_meleset as n_meleset_lalu,
    lalu.median_capaian as median_capaian_lalu, lalu.pagu as pagu_lalu, lalu.serapan as serapan_lalu,
    lalu.pagu_terbanding as pagu_terbanding_lalu, lalu.realisasi_terbanding as realisasi_terbanding_lalu,
    lalu.n_janji as n_janji_lalu, lalu.n_sama as n_sama_lalu, lalu.n_melemah as n_melemah_lalu,
    lalu.n_hilang as n_hilang_lalu, lalu.n_temuan_kritis as n_temuan_kritis_lalu, lalu.n_temuan as n_temuan_lalu,
    lalu.n_dokumen_wajib as n_dokumen_wajib_lalu, lalu.n_dokumen_ada as n_dokumen_ada_lalu
from kini
left join lalu using (kode_satker)
order by kini.provinsi, kini.kode_satker
