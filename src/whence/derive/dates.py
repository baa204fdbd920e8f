"""Which of two reports appeared first, as far as their dates can say."""

from datetime import datetime

from whence.model import PublicationDate, Report


def is_earlier(a: Report, b: Report) -> bool | None:
    """Whether ``a`` appeared before ``b``: None where the dates are missing or as good as equal.

    Dates are compared no finer than both are known: "2014-08" and "2014-08-05" decide nothing.
    """
    if a.published is None or b.published is None:
        return None
    first, second = _moment(a.published), _moment(b.published)
    if first and second:
        return first < second if first != second else None
    left, right = a.published.value[:10], b.published.value[:10]
    shared = min(len(left), len(right))
    left, right = left[:shared], right[:shared]
    return left < right if left != right else None


def _moment(date: PublicationDate) -> datetime | None:
    if "T" not in date.value:
        return None
    try:
        moment = datetime.fromisoformat(date.value.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
