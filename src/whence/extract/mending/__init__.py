"""Raw findings set right where layout and plain clauses leave no doubt, for every extractor."""

from whence.extract.mending.mending import mend_findings
from whence.extract.mending.releases import add_own_words

__all__ = ["add_own_words", "mend_findings"]
