-- grain: one row a target that a Renstra prints for its own last year, with the years of that Renstra
select
    v_target.kode_satker, v_target.berkas, v_target.baris, v_target.kode_baku, v_target.keyakinan, v_target.kunci_bunyi,
    v_dokumen.tahun_awal, v_dokumen.tahun_akhir, v_target.nilai_teks, v_target.nilai, v_target.nilai_ordinal,
    v_target.satuan, v_target.satuan_bermakna
from v_target
join v_dokumen using (berkas)
where
    v_target.mewakili_tahun
    and v_target.jenis_dokumen = 'Renstra'
    and v_target.tahun = v_dokumen.tahun_akhir
    and satu_dari($saring.provinsi, v_target.provinsi)
    and satu_dari($saring.satker, v_target.kode_satker)
order by v_target.kode_satker, v_target.berkas, v_target.baris, v_target.indikator_id
