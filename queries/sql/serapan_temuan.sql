-- grain: one row a temuan and level (tingkat) of a table that prints pagu, where one of its two places stands;
-- of the rules, those about money: sums (U01–U06) and figures (N01–N07)
with letak as (
    select kode_temuan, kode_aturan, nama_aturan, berkas, baris from v_temuan
    union
    select kode_temuan, kode_aturan, nama_aturan, coalesce(berkas_lain, berkas), baris_lain from v_temuan
)

select distinct v_pagu.berkas, v_pagu.tabel, v_pagu.tingkat, letak.kode_temuan, letak.kode_aturan, letak.nama_aturan
from letak
join v_pagu on v_pagu.berkas = letak.berkas and v_pagu.baris = letak.baris
where regexp_full_match(letak.kode_aturan, 'U0[1-6]|N0[1-7]')
order by v_pagu.berkas, v_pagu.tabel, v_pagu.tingkat, letak.kode_aturan, letak.kode_temuan
