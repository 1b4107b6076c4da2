-- grain: one row an indikator baku of the catalogue, with how many satker and wordings it was recognised in
with jumlah as (
    select kode_baku, count(distinct kode_satker) as jumlah_satker, count(distinct kunci_bunyi) as jumlah_bunyi
    from v_angka
    where isi <> 'pagu'
    group by kode_baku
)

select
    kode_baku, indikator_baku, satuan_baku, polaritas, alasan_polaritas, divisi, definisi, sumber,
    coalesce(jumlah_satker, 0) as jumlah_satker, coalesce(jumlah_bunyi, 0) as jumlah_bunyi
from indikator_baku
left join jumlah using (kode_baku)
order by jumlah_satker desc, indikator_baku
