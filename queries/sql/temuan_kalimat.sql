-- grain: one row a sentence of prose that a temuan refers to, printed outside the tables
select dokumen.berkas, kalimat.baris, any_value(kalimat.teks order by kalimat.jenis) as teks
from kalimat
join dokumen using (dokumen_id)
where
    dokumen.berkas = $berkas
    and list_contains($barisan, kalimat.baris)
group by dokumen.berkas, kalimat.baris
order by kalimat.baris
