-- grain: one row a satker × tahun × later document of the chain: what became of the promises made before it
select
    kode_satker, any_value(satker) as satker, any_value(provinsi) as provinsi,
    any_value(tingkat_satker) as tingkat_satker, tahun, jenis_akhir, any_value(mata_rantai) as mata_rantai,
    count(*) as n_janji,
    count(*) filter (status = 'sama') as n_sama,
    count(*) filter (status = 'turun') as n_turun,
    count(*) filter (status = 'naik') as n_naik,
    count(*) filter (status = 'hilang') as n_hilang,
    count(*) filter (status = 'tak terbanding') as n_tak_terbanding,
    count(*) filter (melemah) as n_melemah
from v_banding_konsistensi
where tersaring($saring)
group by kode_satker, tahun, jenis_akhir
order by satker, tahun, urutan_jenis(jenis_akhir)
