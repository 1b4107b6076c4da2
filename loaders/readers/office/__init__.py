"""Word and Excel files → Lembar: docx, xlsx, xls, each a module that is imported only when such a file is read.

    importlib.import_module("loaders.readers.office.docx").read(Path("pk.docx"))

`package` opens the archive both new formats are.
"""
