"""What single words tell of bodies and places: org words, legal forms, known short names."""

from typing import Final

from whence.lexicon.tables import load_table
from whence.text import fold_letters

_BODIES: Final = load_table("organisations")
_PLACES: Final = load_table("places")


def _listed(text: str) -> frozenset[str]:
    return frozenset(item.strip() for item in text.replace("\n", "").split(",") if item.strip())


BODY_WORDS: Final = frozenset(_BODIES["words"].split())
SINGLE_BODIES: Final = frozenset(_BODIES["singles"].split())
"""Words that name a body by themselves: ``Parliament``, ``Google``."""
NO_BODY_WORDS: Final = frozenset(_BODIES["no_bodies"].split())
"""Head words of names that are neither bodies nor places: ``treaty``, ``festival``."""
LEGAL_FORMS: Final = frozenset(_BODIES["legal"].split())
OUTLET_WORDS: Final = frozenset(_BODIES["outlet_words"].split())
GENERIC_BODIES: Final = frozenset(_BODIES["places_matter"].split())
"""Words of which every place has its own: ``police``, ``council``."""
KNOWN_SHORT: Final = {
    short.strip(): fold_letters(full.strip())
    for short, _, full in (line.partition(":") for line in _BODIES["known"])
}
COUNTRIES: Final = _listed(_PLACES["countries"])
PLACES: Final = COUNTRIES | _listed(_PLACES["regions"]) | _listed(_PLACES["cities"])
PLACE_WORDS: Final = frozenset(_PLACES["words"].split())
DEMONYMS: Final = frozenset(_PLACES["demonyms"].split())


def _outlets() -> dict[str, str]:
    """Every name of an outlet or agency, folded, to its fullest usual name."""
    table = load_table("outlets")
    found: dict[str, str] = {}
    for section in ("outlets", "agencies"):
        for outlet in table.get(section, ()):
            name = str(outlet["name"]).partition(" (")[0]
            for alias in (name, *outlet.get("aliases", ())):
                found.setdefault(fold_letters(alias).removeprefix("the "), name)
    return found


OUTLET_NAMES: Final = _outlets()
AMBIGUOUS_OUTLETS: Final = frozenset(
    fold_letters(word) for word in load_table("outlets").get("ambiguous", ())
)
