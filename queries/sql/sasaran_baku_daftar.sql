-- grain: one row a sasaran baku of the catalogue, with how many satker and wordings it was recognised in
with tercetak as (
    select kode_sasaran_baku, kode_satker, sasaran as bunyi from v_indikator
    union all
    select kode_sasaran_baku, kode_satker, uraian from v_mata_anggaran where tingkat = 'sasaran'
),

jumlah as (
    select kode_sasaran_baku, count(distinct kode_satker) as jumlah_satker, count(distinct bunyi) as jumlah_bunyi
    from tercetak
    group by kode_sasaran_baku
)

select
    kode_sasaran_baku, sasaran_baku, sumber, coalesce(jumlah_satker, 0) as jumlah_satker,
    coalesce(jumlah_bunyi, 0) as jumlah_bunyi
from sasaran_baku
left join jumlah using (kode_sasaran_baku)
order by jumlah_satker desc, sasaran_baku
