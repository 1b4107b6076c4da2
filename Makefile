# Commands of Selaras. The work is done by .ci/task.py; .ci/python finds a Python that can run it.
TASK := sh .ci/python .ci/task.py
PORT ?= 8501

.PHONY: help run contoh test test-acak uji-buruk banding-pembaca data lint

help:
	@echo 'make run        jalankan Selaras di http://127.0.0.1:8501 (port lain: make run PORT=8502)'
	@echo 'make contoh     jalankan provinsi karangan (DATA SIMULASI) di http://127.0.0.1:8502'
	@echo 'make data       bangun basis data dari folder data/ saja'
	@echo 'make test       periksa semuanya: format, kaidah kode, tipe, basis data, uji, uji peramban'
	@echo 'make test-acak  uji sifat dengan banyak contoh acak yang baru, dan semua yang dilewati make test; lama'
	@echo 'make uji-buruk  periksa satu per satu berkas yang sengaja dirusak, dengan waktu dan memorinya; lama'
	@echo 'make banding-pembaca  bandingkan pembaca PDF kami dengan pustaka lain; lama'
	@echo 'make lint       periksa format, kaidah kode dan tipe saja'

run:
	@$(TASK) run --port '$(PORT)'

contoh: PORT = 8502
contoh:
	@$(TASK) contoh --port '$(PORT)'

test:
	@$(TASK) test

test-acak:
	@$(TASK) test-acak

uji-buruk:
	@$(TASK) uji-buruk

banding-pembaca:
	@$(TASK) banding-pembaca

data:
	@$(TASK) data

lint:
	@$(TASK) lint
