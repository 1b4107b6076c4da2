-- grain: one row a target (indikator × tahun) of one indikator (see target_indikator), under the filter
select
    indikator_id, kode_satker, satker, provinsi, tingkat_satker, jenis_dokumen, unit, berkas, tabel, baris, baris_akhir,
    tingkat, sasaran, indikator, kode_baku, keyakinan, unit_pelaksana, tahun, nilai_teks, nilai, nilai_ordinal, satuan,
    satuan_bermakna, keadaan, aturan_baca, urutan_jenis(jenis_dokumen) as urutan,
    berkas in (
        select dokumen.berkas from dokumen where v_target.tahun between dokumen.tahun_awal and dokumen.tahun_akhir
    ) as sezaman
from v_target
where
    case
        when $menurut_bunyi or kode_baku is null then bunyi_tercetak(indikator)
        else kode_baku
    end = $kunci
    and tersaring($saring)
order by satker, baris, indikator_id, tahun
