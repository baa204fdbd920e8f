"""What house rules make of each edit of a quotation, in our words."""

from whence.model import Grade, Variation

_RULES: dict[tuple[Variation, bool], tuple[Grade, str]] = {
    (Variation.SPELLING, False): (
        Grade.ALLOWED,
        "Spelling, figures and short forms follow the outlet's own style; the words stay "
        "(AP Stylebook, on quotations).",
    ),
    (Variation.SPLIT, False): (
        Grade.ALLOWED,
        "The one who speaks may be named in the middle of a sentence, at a natural pause "
        "(Reuters Handbook of Journalism, on quotes).",
    ),
    (Variation.MERGED, False): (
        Grade.ALLOWED,
        "Sentences spoken one after the other may stand in one pair of quotation marks "
        "(AP Stylebook, on quotation marks).",
    ),
    (Variation.TRIMMED, False): (
        Grade.ALLOWED,
        "Part of a sentence may be quoted while its sense stays; no ellipsis is needed at "
        "either end (AP Stylebook, on ellipses).",
    ),
    (Variation.TRIMMED, True): (
        Grade.ALLOWED,
        "What is left out is marked by an ellipsis (AP Stylebook, on ellipses).",
    ),
    (Variation.SPLICED, False): (
        Grade.FLAGGED,
        "Words that did not follow one another may not be joined in one quotation without an "
        "ellipsis (Reuters Handbook of Journalism, on quotes; AP Stylebook, on ellipses).",
    ),
    (Variation.SPLICED, True): (
        Grade.ALLOWED,
        "Words are left out in the middle and an ellipsis says so; the sense must stay "
        "(AP Stylebook, on ellipses).",
    ),
    (Variation.INSERTED, True): (
        Grade.ALLOWED,
        "An explaining word of the editor's stands in brackets; to be used sparingly "
        "(Reuters Handbook of Journalism, on quotes).",
    ),
    (Variation.INSERTED, False): (
        Grade.FLAGGED,
        "A word that was not spoken may stand in a quotation only in brackets "
        "(AP Stylebook, on brackets and quotations).",
    ),
    (Variation.REWORDED, False): (
        Grade.FLAGGED,
        "Words between quotation marks are never altered, not even to mend grammar or to "
        "shorten (Reuters Handbook of Journalism, on quotes; AP Stylebook, on quotations).",
    ),
    (Variation.TENSE, False): (
        Grade.FLAGGED,
        "The tense of a quotation stays as it was spoken; otherwise paraphrase "
        "(Reuters Handbook of Journalism, on quotes).",
    ),
    (Variation.CENSORED, True): (
        Grade.ALLOWED,
        "An obscenity may be hidden behind marks, as long as the reader sees that it is "
        "(AP Stylebook, on obscenities).",
    ),
    (Variation.MEANING_CHANGED, False): (
        Grade.FLAGGED,
        "A quotation that is shortened or changed must not mean something else "
        "(Reuters Handbook of Journalism, on quotes and accuracy).",
    ),
    (Variation.REATTRIBUTED, False): (
        Grade.FLAGGED,
        "Words belong to the one who spoke them (Reuters Handbook of Journalism, on sourcing).",
    ),
    (Variation.QUOTE_PROMOTED, False): (
        Grade.FLAGGED,
        "Quotation marks promise the very words; a paraphrase may not be given them "
        "(AP Stylebook, on quotations).",
    ),
    (Variation.PARAPHRASE, False): (
        Grade.ALLOWED,
        "What was said may be told in the reporter's words while the sense stays "
        "(AP Stylebook, on quotations).",
    ),
    (Variation.MISQUOTED_SOURCE, False): (
        Grade.FLAGGED,
        "Credit goes to the one who has it first, and names where it really stands "
        "(Reuters Handbook of Journalism, on sourcing).",
    ),
}


def rule_for(name: Variation, *, is_marked: bool) -> tuple[Grade, str]:
    """Grade and rule of an edit: some are allowed only when they are marked."""
    found = _RULES.get((name, is_marked)) or _RULES.get((name, not is_marked))
    return found if found else (Grade.ALLOWED, "")
