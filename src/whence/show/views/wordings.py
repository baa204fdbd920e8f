"""The wordings of one utterance side by side, edits marked and named."""

from whence.model import Alignment, Edit, EditKind, Value, Variation, Wording
from whence.show.index import StoryIndex
from whence.show.views.places import Places, Ref
from whence.text import fold_case


class EditView(Value, frozen=True, kw_only=True):
    """A run of words as shown: kept, taken out, put in."""

    kind: str
    """``equal``, ``deleted``, ``inserted``."""
    words: str
    name: str
    title: str
    is_flagged: bool


class WordingView(Value, frozen=True, kw_only=True):
    """One wording, with every report that has it so."""

    ref: Ref
    refs: tuple[Ref, ...]
    """The first, and the others that differ from the base in just the same way."""
    speaker: str
    variations: tuple[str, ...]
    edits: tuple[EditView, ...]
    """Empty where the words were not aligned; then ``ref.words`` is the wording."""
    is_base: bool


class AlignmentView(Value, frozen=True, kw_only=True):
    """One unit of one utterance in all its wordings."""

    reports: int
    """How many reports have it, whatever the wording."""
    anchor: str
    speaker: str
    judgement: str
    wordings: tuple[WordingView, ...]
    names: tuple[str, ...]
    """All variations that occur, gravest first."""
    is_flagged: bool
    is_changed: bool
    """Whether any wording differs in more than its place."""
    changes_meaning: int
    """How many wordings mean something else."""


VARIATIONS = {
    Variation.MEANING_CHANGED: (
        "a negation lost or gained, another number, time, name, person or opposite word, "
        "a hedge dropped between words that stay, or a fragment that has lost its refusal "
        "(“I will not say that …”)"
    ),
    Variation.REATTRIBUTED: "another speaker has the words",
    Variation.QUOTE_PROMOTED: (
        "quotation marks round words that an earlier report tells without them"
    ),
    Variation.SPLICED: "words or sentences joined that did not follow one another",
    Variation.MISQUOTED_SOURCE: "credited to an outlet whose report does not have it",
    Variation.PARAPHRASE: "told in the reporter's words",
    Variation.REWORDED: "other words",
    Variation.TENSE: "the same verbs in another tense",
    Variation.CENSORED: "an oath behind marks",
    Variation.INSERTED: "a word in brackets",
    Variation.TRIMMED: "cut off at an end, or left out inside and marked",
    Variation.MERGED: "a cue is gone and the sentences stand together",
    Variation.SPLIT: "a cue stands inside",
    Variation.SPELLING: "house style of spelling, numbers and names",
    Variation.IDENTICAL: "none of these",
}
"""What each variation means to readers, as ``docs/wording.md`` says it; the gravest first."""
_GRAVE = (
    Variation.MEANING_CHANGED,
    Variation.REATTRIBUTED,
    Variation.QUOTE_PROMOTED,
    Variation.SPLICED,
    Variation.MISQUOTED_SOURCE,
)
_UNCHANGED = frozenset((Variation.IDENTICAL, Variation.SPLIT, Variation.MERGED))


def view_alignments(index: StoryIndex, places: Places) -> tuple[AlignmentView, ...]:
    """All units with their wordings: those that change the meaning first, then by what is grave."""
    views = [_view(index, places, alignment) for alignment in index.story.comparison.alignments]
    order = sorted(
        range(len(views)),
        key=lambda i: (
            not views[i].changes_meaning,
            -sum(name in _GRAVE for name in views[i].names),
            -views[i].reports,
            i,
        ),
    )
    return tuple(views[i] for i in order)


def _view(index: StoryIndex, places: Places, alignment: Alignment) -> AlignmentView:
    wordings = [_wording(index, places, alignment.base, alignment.base)]
    wordings += [_wording(index, places, alignment.base, w) for w in alignment.variants]
    found = {name for wording in wordings for name in wording.variations}
    names = [name for name in _GRAVE if name in found] + sorted(found - set(_GRAVE))
    return AlignmentView(
        reports=len(wordings),
        anchor=alignment.id,
        speaker=_speaker(index, alignment.base),
        judgement=str(alignment.judgement),
        wordings=_gathered(wordings),
        names=tuple(names),
        is_flagged=any(edit.is_flagged for w in wordings for edit in w.edits)
        or any(name in _GRAVE for name in names),
        is_changed=not found <= _UNCHANGED,
        changes_meaning=sum(Variation.MEANING_CHANGED in w.variations for w in wordings),
    )


def _gathered(wordings: list[WordingView]) -> tuple[WordingView, ...]:
    """The wordings, those alike in one; the base stays by itself and first."""
    kept: dict[tuple[object, ...], WordingView] = {}
    for wording in wordings:
        words = tuple((e.kind, fold_case(e.words), e.name) for e in wording.edits)
        speaker = wording.speaker if Variation.REATTRIBUTED in wording.variations else ""
        key = (wording.is_base, wording.variations, words or wording.ref.words, speaker)
        if key in kept:
            kept[key] = kept[key].replace(refs=(*kept[key].refs, wording.ref))
        else:
            kept[key] = wording
    return tuple(kept.values())


def _speaker(index: StoryIndex, wording: Wording) -> str:
    attribution = index.attributions.get(wording.attribution)
    return index.speaker_name(attribution) if attribution else ""


def _wording(index: StoryIndex, places: Places, base: Wording, wording: Wording) -> WordingView:
    edits = [
        view for edit in wording.edits for view in _edits(index, base.report, wording.report, edit)
    ]
    ref = places.ref(wording.report, wording.spans, width=600)
    return WordingView(
        ref=ref,
        refs=(ref,),
        speaker=_speaker(index, wording),
        variations=tuple(str(v) for v in wording.variations),
        edits=tuple(edits),
        is_base=wording is base,
    )


def _edits(index: StoryIndex, base: str, variant: str, edit: Edit) -> list[EditView]:
    name = str(edit.name or "")
    flagged = edit.grade == "flagged"
    turned = f"{edit.reason[:1].upper()}{edit.reason[1:]}." if edit.reason else ""
    title = " ".join(words for words in (turned, edit.rule) if words) or name
    found = []
    if edit.kind is not EditKind.EQUAL and edit.base:
        words = index.words(base, edit.base)
        found.append(
            EditView(kind="deleted", words=words, name=name, title=title, is_flagged=flagged)
        )
    if edit.variant:
        kind = "equal" if edit.kind is EditKind.EQUAL else "inserted"
        words = index.words(variant, edit.variant)
        found.append(EditView(kind=kind, words=words, name=name, title=title, is_flagged=flagged))
    return found
