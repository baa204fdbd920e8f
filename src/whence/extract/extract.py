"""Front door of extraction: one report in, all its findings out."""

from whence.errors import ExtractorError
from whence.extract.attributions import complete_attributions
from whence.extract.blocks import find_blocks
from whence.extract.credits import find_credits
from whence.extract.figures import find_figures
from whence.extract.interface import Extractor
from whence.extract.mending import add_own_words, mend_findings
from whence.extract.mentions import find_mentions
from whence.extract.neural import NeuralExtractor
from whence.extract.numerals import find_tokens
from whence.extract.quotations import find_quotations
from whence.extract.rules import RuleExtractor
from whence.extract.timexes import find_events, find_notices, find_timexes
from whence.model import SPEECH, Extraction, Report
from whence.options import Options


def pick_extractor(options: Options) -> Extractor:
    """The extractor that the options name.

    Raises:
        ExtractorError: if there is none of that name.
    """
    if options.extractor == "rules":
        return RuleExtractor()
    if options.extractor == "model":
        return NeuralExtractor(threads=options.threads)
    raise ExtractorError(
        f"There is no extractor called {options.extractor!r}; choose model or rules.",
        options.extractor,
    )


def extract(report: Report, *, extractor: Extractor, options: Options) -> Extraction:
    """All findings of one report; what other reports there are changes nothing.

    The extractor finds spans, and what is plainly wrong with them is mended. Everything decided
    about an attribution after that (kind, modality, chain, naming) is the same for every extractor.

    Args:
        report: The report to read.
        extractor: Finds source, cue and content.
        options: Whether to leave out what nobody uttered.
    """
    blocks = find_blocks(report)
    quotations = find_quotations(report.text, blocks)
    findings = mend_findings(report.text, blocks, quotations, extractor.find(report.text, blocks))
    findings = add_own_words(report, blocks, quotations, findings)
    attributions = complete_attributions(
        report, findings, blocks=blocks, quotations=quotations, extractor=extractor.name
    )
    if options.speech_only:
        attributions = tuple(found for found in attributions if found.cue_type in SPEECH)
    tokens = find_tokens(report.text)
    timexes = find_timexes(report, tokens=tokens)
    return Extraction(
        report=report.id,
        attributions=attributions,
        quotations=quotations,
        mentions=find_mentions(report, attributions, findings.mentions, findings.antecedents),
        figures=find_figures(report, attributions, timexes=timexes, tokens=tokens),
        timexes=timexes,
        events=find_events(report, timexes, tokens=tokens),
        credits=find_credits(report, attributions, findings.mentions),
        notices=find_notices(report, timexes),
    )
