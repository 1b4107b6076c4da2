-- grain: one row an aturan that ran in this version, with or without temuan
select
    kode_aturan, nama_aturan, keparahan, diperiksa, temuan, kalimat, penting, sumber, tanda, toleransi
from aturan
order by list_position(['kritis', 'peringatan', 'catatan'], keparahan), temuan desc, kode_aturan
