"""What the words of a source name: a name with its role, a description, or a pronoun."""

import re
from typing import Final

from whence.extract.mentions.descriptions import PRONOUNS
from whence.lexicon.people import HEARSAY_PRONOUNS
from whence.model import Mention, MentionForm, MentionKind, Span, Spans, content_id

_POSSESSORS: Final = frozenset(
    "of for at to with from by about in against on including as like than between over "
    "under near who which that".split()
)
"""Words behind which a name belongs to what goes before."""
_POSSESSIVE: Final = re.compile(r"['’]s?\s")
_LINKS: Final = (
    "who whose whom and or of in at from for on with as via also himself herself itself which by "
    "to said says told is was when while after before then now the a an"
)
_QUALIFIES: Final = re.compile(rf"\s(?!(?:{'|'.join(_LINKS.split())})\b)[^\W\d_]")
"""A word behind a name, which the name only qualifies ("Obama campaign aide")."""
_PARTS: Final = frozenset(
    "one two three some many most several few more all both none neither either number "
    "group dozens hundreds thousands majority half each".split()
)


def make_mention(
    report: str,
    span: Span,
    *,
    kind: MentionKind,
    form: MentionForm,
    head: Span | None = None,
    role: Spans = (),
    affiliation: Span | None = None,
    parts: Spans = (),
) -> Mention:
    """A mention with the id that its report, place and form give it."""
    return Mention(
        id=content_id("m", report, span.start, span.end, form.value),
        report=report,
        span=span,
        kind=kind,
        form=form,
        head=head,
        role=role,
        affiliation=affiliation,
        parts=parts,
    )


def read_source(report: str, text: str, span: Span, inside: list[Mention]) -> Mention:
    """The mention that a source's words make, from the mentions found inside them.

    The head is a person's name that depends on no other word; else the description that comes
    first; else the first name of any kind. A source in which nothing is known is a description
    of unknown kind.
    """
    surface = span.of(text)
    if surface.lower() in PRONOUNS | HEARSAY_PRONOUNS:
        return make_mention(report, span, kind=MentionKind.UNKNOWN, form=MentionForm.PRONOUN)
    named = [m for m in inside if m.form is MentionForm.NAME and _is_free(text, span, m)]
    people = [m for m in named if m.kind is MentionKind.PERSON]
    described = [m for m in inside if m.form is MentionForm.DESCRIPTION and _is_free(text, span, m)]
    if people and not _has_own_head(text, span, described, people[0]):
        return _widen(report, text, span, people[0], described)
    if described and (
        not named
        or described[0].span.start <= named[0].span.start
        or _ends_phrase(text, described[0], named[0])
    ):
        first = described[0]
        return make_mention(
            report,
            span,
            kind=first.kind,
            form=MentionForm.DESCRIPTION,
            role=first.role,
            affiliation=first.affiliation or _owner(described[0], inside),
        )
    if named and (named[0].kind is not MentionKind.PLACE or _is_whole(text, span, named[0])):
        return _widen(report, text, span, named[0], described)
    return make_mention(report, span, kind=MentionKind.UNKNOWN, form=MentionForm.DESCRIPTION)


def _is_free(text: str, span: Span, mention: Mention) -> bool:
    """Whether a name in a source stands for the source itself and belongs to no other word."""
    head = mention.head or mention.span
    if _POSSESSIVE.match(text, head.end, span.end):
        return False
    if _QUALIFIES.match(text, head.end, span.end):
        return False
    before = text[span.start : mention.span.start].split()
    while before and before[-1].lower() in ("the", "a", "an"):
        before.pop()
    if len(before) > 1 and before[-1].lower() == "of" and before[-2].lower() in _PARTS:
        return True
    if len(before) > 2 and before[-1].lower() in ("and", "or"):
        # "accounts linked to Orr and Lind": he belongs where the one before him does.
        return not any(word.lower() in _POSSESSORS for word in before)
    return not (before and before[-1].lower() in _POSSESSORS)


def _is_whole(text: str, span: Span, mention: Mention) -> bool:
    """Whether a name is all that a source says, articles and marks aside."""
    rest = text[span.start : mention.span.start] + text[mention.span.end : span.end]
    return len(rest.split()) <= 1 and len(rest) <= 5


def _owns(text: str, description: Mention, name: Mention) -> bool:
    """Whether a description ends a phrase that a name only opens ("the Trump campaign")."""
    return (
        description.span.start <= name.span.start
        and name.span.end < description.span.end
        and "," not in text[name.span.end : description.span.end]
    )


def _has_own_head(text: str, span: Span, described: list[Mention], name: Mention) -> bool:
    """Whether a source is what its first description says, though somebody is named in it."""
    if not described:
        return False
    return _owns(text, described[0], name) or _is_paper(text, span, described[0], name)


def _is_paper(text: str, span: Span, description: Mention, name: Mention) -> bool:
    """Whether a source is a document that a name only stands behind: "The memo, signed by Orr"."""
    opens = not text[span.start : description.span.start].strip()
    return description.kind is MentionKind.DOCUMENT and opens and description.span < name.span


def _ends_phrase(text: str, description: Mention, name: Mention) -> bool:
    """Whether a name only qualifies the noun behind it ("Republican House candidates")."""
    between = text[name.span.end : description.span.start]
    return 0 < len(between) < 30 and not any(mark in between for mark in ",–—(")


def _owner(description: Mention, inside: list[Mention]) -> Span | None:
    """The body that opens a description ("the Rivers Trust spokesman", "Reuters' reporter")."""
    for mention in inside:
        if (
            mention.form is MentionForm.NAME
            and description.span.covers(mention.span)
            and mention.kind is not MentionKind.PERSON
        ):
            return mention.head or mention.span
    return None


def _widen(report: str, text: str, span: Span, name: Mention, described: list[Mention]) -> Mention:
    """The name's mention over the whole source; what else the source says is the role."""
    head = name.head or name.span
    roles = list(name.role)
    affiliation = name.affiliation
    for mention in described:
        gap = text[mention.span.end : head.start] if mention.span.end <= head.start else None
        if gap is not None and gap.strip(" ,") == "" and mention.role:
            roles += [role for role in mention.role if role not in roles]
            affiliation = affiliation or mention.affiliation
    return make_mention(
        report,
        span,
        kind=name.kind,
        form=MentionForm.NAME,
        head=head,
        role=tuple(sorted(roles)),
        affiliation=affiliation,
    )
