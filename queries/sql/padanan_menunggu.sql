-- grain: one row a printed wording without a name of the catalogue, with the nearest ones a person may choose
with bunyi as (
    select 'indikator' as isi, indikator as teks, kode_satker from v_indikator where kode_baku is null
    union all
    select 'sasaran', sasaran, kode_satker from v_indikator where sasaran is not null and kode_sasaran_baku is null
    union all
    select 'sasaran', uraian, kode_satker from v_mata_anggaran
    where tingkat = 'sasaran' and kode_sasaran_baku is null
),

usulan as (
    select
        usulan_padanan.isi, usulan_padanan.teks, list(
            {
                nama: coalesce(indikator_baku.indikator_baku, sasaran_baku.sasaran_baku),
                skor: usulan_padanan.skor, beda: usulan_padanan.beda
            }
            order by usulan_padanan.urutan
        ) as usulan
    from usulan_padanan
    left join indikator_baku on usulan_padanan.isi = 'indikator' and indikator_baku.kode_baku = usulan_padanan.kode
    left join sasaran_baku on usulan_padanan.isi = 'sasaran' and sasaran_baku.kode_sasaran_baku = usulan_padanan.kode
    group by usulan_padanan.isi, usulan_padanan.teks
)

select bunyi.isi, bunyi.teks, count(distinct bunyi.kode_satker) as jumlah_satker, any_value(usulan.usulan) as usulan
from bunyi
left join usulan using (isi, teks)
group by bunyi.isi, bunyi.teks
order by bunyi.isi, jumlah_satker desc, bunyi.teks
