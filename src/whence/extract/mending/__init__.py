"""Raw findings set right where layout and plain clauses leave no doubt, for every extractor."""

from whence.extract.mending.mending import mend_findings

__all__ = ["mend_findings"]
