"""A command line that speaks Indonesian: its help, and what to do where something said to it cannot be."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Never

_SAID: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", "{0} belum disebut. Tambahkan"),
    (r"argument (.*): invalid choice: '(.*?)' .*", "«{1}» tidak dikenal sebagai {0}. Pilih salah satu yang ada"),
    (r"unrecognized arguments: (.*)", "«{0}» tidak dikenal. Hapus atau betulkan ejaannya"),
    (r"argument (.*): expected (?:one|at least one) argument", "{0} belum diberi isi. Tulis isinya sesudahnya"),
    (r"argument (.*): not allowed with argument (.*)", "{0} dan {1} tidak dapat disebut bersama. Pilih salah satu"),
    (r"argument (.*): ignored explicit argument '(.*)'", "{0} tidak diberi isi. Hapus «{1}»"),
    (r"ambiguous option: (.*?) could match (.*)", "«{0}» dapat berarti {1}. Tulis lengkap"),
)
"""What argparse says, and the same in a sentence that says what to do."""


class Formatter(argparse.HelpFormatter):
    """Help whose first words are Indonesian."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The usage line."""
        super().add_usage(usage, actions, groups, "cara pakai: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Indonesian; its subcommands are parsers of the same kind."""

    def __init__(self, *, prog: str | None = None, description: str | None = None, help: str | None = None) -> None:
        del help  # argparse passes on what it prints itself
        super().__init__(prog=prog, description=description, formatter_class=Formatter, add_help=False)
        self._positionals.title, self._optionals.title = "yang disebut", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> Never:
        """End with exit code 2 and a sentence: what cannot be, what to do, and where help is."""
        self.exit(2, f"{self._sentence(message)}. Bantuan: {self.prog} --help\n")

    def _sentence(self, message: str) -> str:
        for pattern, sentence in _SAID:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                return sentence.format(*(self._short(text) for text in found.groups()))
        return "Perintah ini tidak dapat dipahami. Periksa ejaannya"

    def _short(self, text: str) -> str:
        return text if len(text) <= 80 else f"{text[:80]}…"
