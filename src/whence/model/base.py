"""What all values share: frozen, keyword-only, comparable, made into JSON by msgspec."""

import hashlib
from typing import Self

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every value of the model: immutable, hashable where its fields are."""

    def replace(self, **changes: object) -> Self:
        """The same value with some fields changed."""
        return msgspec.structs.replace(self, **changes)


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on content alone: the prefix and 12 hex digits of SHA-256."""
    digest = hashlib.sha256(
        "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    )
    return f"{prefix}-{digest.hexdigest()[:12]}"
