"""Words by which a report says where its matter comes from."""

from whence.extract.credits.finding import find_credits

__all__ = ["find_credits"]
