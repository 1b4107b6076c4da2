-- grain: one row a satker × tahun that prints targets under the filter, the longest chain of documents first;
-- jenis names every kind of document that prints targets for them, whatever else the filter leaves
with target as (
    select
        *,
        tersaring($saring) as terpilih
    from v_target
    where mewakili_tahun and dari_kantor($saring) and satu_dari($saring.tahun, tahun)
)

select
    kode_satker, satker, tahun,
    list_sort(list(distinct jenis_dokumen)) as jenis,
    count(distinct (berkas, tabel)) as jumlah_tabel,
    count(distinct indikator_id) filter (where terpilih) as jumlah_baris
from target
group by kode_satker, satker, tahun
having jumlah_baris > 0
order by len(jenis) desc, jumlah_tabel desc, tahun desc, satker
