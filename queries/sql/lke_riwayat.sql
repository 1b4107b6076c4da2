-- grain: one row a realisasi that an LK prints (indikator × tahun), whatever its year
select kode_satker, berkas, baris, kode_baku, keyakinan, kunci_bunyi, tahun, realisasi, realisasi_ordinal, satuan
from v_capaian
where
    mewakili_tahun
    and jenis_dokumen = 'LK'
    and dari_kantor($saring)
order by kode_satker, tahun, berkas, baris, indikator_id
