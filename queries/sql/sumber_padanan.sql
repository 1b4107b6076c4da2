-- grain: one row an indikator or budget line whose printed row covers the line asked for: its divisi and names, and how
-- each is known
with baris_tercetak as (
    select
        berkas, baris, baris_akhir, divisi, asal_divisi, indikator_baku, keyakinan, cara_padan, sasaran_baku, 1 as urutan
    from v_indikator
    union all
    select berkas, baris, baris_akhir, divisi, asal_divisi, null, null, null, sasaran_baku, 2
    from v_mata_anggaran
    where indikator_id is null
)

select divisi, asal_divisi, indikator_baku, keyakinan, cara_padan, sasaran_baku
from baris_tercetak
where berkas = $berkas and $baris between baris and baris_akhir
order by urutan, baris
