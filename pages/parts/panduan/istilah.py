"""The words of the field, as Panduan explains them: one sentence each."""

# group → word → what it means here
ISTILAH: dict[str, dict[str, str]] = {
    "Orang dan dokumen": {
        "satker": "Satuan kerja: di sini kantor KPU kota atau kabupaten, dikenali dari kode wilayah Kemendagri.",
        "divisi": "Bagian kerja komisioner: lima di KPU kabupaten/kota, lima atau tujuh di KPU provinsi. Tertulis bila "
        "dokumen menyebutnya, lewat subbagian bila hanya subbagiannya yang disebut, turunan bila diambil dari katalog "
        "indikator baku, tanpa divisi bila tidak diketahui.",
        "unit": "Penanda tangan PK atau RKT: komisioner (Ketua) atau sekretariat (Sekretaris).",
        "SAKIP": "Sistem akuntabilitas kinerja instansi pemerintah: merencanakan, berjanji, mengukur, melaporkan, "
        "dievaluasi.",
        "Renstra": "Rencana strategis lima tahun, dengan target tiap tahun.",
        "RKT": "Rencana kinerja tahunan.",
        "PK": "Perjanjian kinerja satu tahun yang ditandatangani.",
        "LK": "Laporan kinerja satu tahun; di sinilah realisasi dicetak.",
        "versi data": "Nama isi basis data. Dokumen, koreksi, dan aturan yang sama selalu memberi versi yang sama.",
    },
    "Kinerja": {
        "tujuan, sasaran, indikator": "Yang ingin dicapai, keadaan yang dituju, dan ukuran yang menunjukkannya.",
        "indikator baku": "Nama bersama untuk ukuran yang dicetak dengan kalimat berbeda-beda oleh banyak satker.",
        "keyakinan padanan": "Pasti dan mungkin diputuskan orang; otomatis berarti kata-katanya sama dengan bunyi yang "
        "sudah diputuskan atau dengan nama baku, setelah nama satker, tahun, ejaan, dan kata yang tidak berarti "
        "dikesampingkan.",
        "target": "Yang dijanjikan untuk satu tahun.",
        "periode": "Bagian tahun yang dimiliki sebuah angka: triwulan, semester atau bulan. Angka setahun tidak "
        "berperiode, dan hanya angka setahun yang dihitung di halaman.",
        "realisasi": "Yang dicapai pada tahun itu menurut dokumen.",
        "capaian": "Realisasi dibandingkan dengan target, dalam persen; rumusnya mengikuti polaritas.",
        "polaritas": "Arah indikator: makin tinggi makin baik, makin rendah makin baik, tetap, atau predikat.",
        "predikat": "Nilai berupa huruf atau opini; dinilai terpenuhi atau tidak, tanpa persentase.",
    },
    "Anggaran": {
        "program, kegiatan, KRO, RO": "Jenjang anggaran, dari program sampai rincian output.",
        "pagu": "Batas anggaran. Uang yang sama tercetak pada beberapa tabel, jadi pagu antartabel tidak dijumlahkan.",
        "versi pagu": "Pagu awal atau pagu sesudah revisi keberapa; yang dihitung ialah yang berlaku.",
        "serapan": "Realisasi anggaran dibagi pagu, dalam persen.",
        "TVRO, RVRO": "Volume rincian output yang ditargetkan dan yang direalisasikan.",
    },
    "Pembacaan": {
        "keadaan": "Cara sebuah nilai diperoleh: terbaca, diperbaiki aturan, dikoreksi orang, kosong, atau rusak.",
        "nasib": "Apa yang terjadi pada satu baris tercetak: dimuat, sambungan, judul, atau dikarantina.",
        "karantina": "Tempat baris yang tidak terbaca dengan pasti menunggu sampai orang mengoreksinya.",
        "koreksi": "Ketetapan orang atas satu sel; hanya berlaku selama teks lamanya masih tercetak di barisnya.",
        "transkrip": "Tabel yang tidak terbaca pembaca mana pun dan disalin orang; hanya berlaku selama baris yang "
        "disalinnya masih tercetak sama.",
        "temuan": "Fakta yang bertentangan dengan fakta lain; ditunjukkan, tidak diperbaiki.",
    },
}
