"""Who is who: mentions joined to entities, within a report and across reports."""

from whence.resolve.resolving import resolve

__all__ = ["resolve"]
