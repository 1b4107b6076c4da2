-- grain: one row a satker × tahun × part of its money of one kind ($menurut), with last year's serapan beside
with kini as (
    select * from serapan_menurut($saring, $menurut)
),

lalu as (
    select * from serapan_menurut($saring_lalu, $menurut)
)

select
    kini.*, lalu.pagu as pagu_lalu, lalu.serapan as serapan_lalu,
    $menurut = 'satker' and selisih_serapan.kode_satker is not null as diperselisihkan,
    case when $menurut = 'satker' then selisih_serapan.pagu_lain end as pagu_lain,
    case when $menurut = 'satker' then selisih_serapan.realisasi_lain end as realisasi_lain,
    case when $menurut = 'satker' then sumber_uang(lain.jenis_dokumen, kini.tahun, lain.tabel, lain.tingkat) end as sumber_lain,
    case when $menurut = 'satker' then lain.berkas end as berkas_lain,
    case when $menurut = 'satker' then lain.baris end as baris_lain
from kini
left join lalu
    on lalu.kode_satker = kini.kode_satker
    and lalu.tahun = kini.tahun - 1
    and lalu.kunci is not distinct from kini.kunci
left join selisih_serapan on selisih_serapan.kode_satker = kini.kode_satker and selisih_serapan.tahun = kini.tahun
left join v_mata_anggaran as lain on lain.mata_anggaran_id = selisih_serapan.mata_anggaran_lain_id
order by kini.satker, kini.tahun, kini.pagu desc nulls last, kini.kunci
