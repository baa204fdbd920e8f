"""Progress of long work: an extractor that counts the reports it has done."""

from itertools import count

from whence.cli.console import Console
from whence.extract.interface import Extractor, Findings, reads_at_once
from whence.model import Spans


class CountedExtractor:
    """Finds what another extractor finds, and says how far it is."""

    def __init__(self, extractor: Extractor, *, total: int, console: Console) -> None:
        self.name = extractor.name
        self.at_once = reads_at_once(extractor)
        self._extractor = extractor
        self._total = total
        self._number = count(1)
        self._console = console

    def find(self, text: str, blocks: Spans) -> Findings:
        """What the other extractor finds in the blocks."""
        of_all = f" of {self._total}" if self._total else ""
        self._console.progress(f"Reading report {next(self._number)}{of_all}")
        return self._extractor.find(text, blocks)
