-- grain: one row a recognised table of a document, with the account of its printed lines and its figures and hambatan
with hitungan as (
    select
        berkas, tabel,
        count(*) filter (isi = 'target') as jumlah_target,
        count(*) filter (isi = 'realisasi') as jumlah_realisasi,
        count(*) filter (isi = 'pagu') as jumlah_pagu,
        count(*) filter (isi = 'hambatan') as jumlah_hambatan
    from (
        select berkas, tabel, isi from v_angka
        union all
        select berkas, tabel, 'hambatan' from v_hambatan
    )
    group by all
),

lembar as (
    select
        berkas, tabel,
        count(*) as baris_tabel,
        count(*) filter (nasib = 'dimuat') as dimuat,
        count(*) filter (nasib = 'sambungan') as sambungan,
        count(*) filter (nasib = 'judul') as judul,
        count(*) filter (nasib = 'dikarantina') as dikarantina
    from v_baris
    group by all
)

select
    dokumen.berkas, tabel.tabel, tabel.judul as judul_tercetak, tabel.jenis_dokumen, tabel.unit, tabel.skala,
    tabel.baris_awal, tabel.baris_akhir,
    coalesce(lembar.baris_tabel, 0) as baris_tabel,
    coalesce(lembar.dimuat, 0) as dimuat,
    coalesce(lembar.sambungan, 0) as sambungan,
    coalesce(lembar.judul, 0) as judul,
    coalesce(lembar.dikarantina, 0) as dikarantina,
    coalesce(hitungan.jumlah_target, 0) as jumlah_target,
    coalesce(hitungan.jumlah_realisasi, 0) as jumlah_realisasi,
    coalesce(hitungan.jumlah_pagu, 0) as jumlah_pagu,
    coalesce(hitungan.jumlah_hambatan, 0) as jumlah_hambatan
from tabel
join dokumen using (dokumen_id)
left join lembar on lembar.berkas = dokumen.berkas and lembar.tabel = tabel.tabel
left join hitungan on hitungan.berkas = dokumen.berkas and hitungan.tabel = tabel.tabel
where dokumen.berkas = $berkas
order by tabel.baris_awal, tabel.tabel
