-- grain: one row a version of the document of which the file asked for is a version
with recursive rantai as (
    select berkas, menggantikan from v_versi_dokumen where berkas = $berkas
    union
    select lain.berkas, lain.menggantikan
    from v_versi_dokumen as lain
    join rantai on lain.menggantikan = rantai.berkas or lain.berkas = rantai.menggantikan
)

select
    v.berkas, v.versi, v.dipakai, v.menggantikan, v.nomor, v.tanggal, v.sumber, v.sha256,
    count(*) filter (p.jenis_perubahan = 'bertambah') as bertambah,
    count(*) filter (p.jenis_perubahan = 'berubah') as berubah,
    count(*) filter (p.jenis_perubahan = 'hilang') as hilang
from v_versi_dokumen as v
join rantai using (berkas)
left join v_perubahan as p using (berkas)
group by all
order by v.versi
