"""What can go wrong: one base, few children, each one sentence: what, where, what to do."""


class WhenceError(Exception):
    """Base of all errors of Whence. ``str(error)`` is one sentence for the user."""


class InputError(WhenceError):
    """An input that cannot be read.

    Attributes:
        where: File name, ``-``, or place in a manifest.
        problem: What is wrong with it, as a clause.
        advice: What to do, as a clause; may be empty.
        line: 1-based line, if known.
        column: 1-based column, if known.
    """

    def __init__(
        self, where: str, problem: str, advice: str = "", *, line: int = 0, column: int = 0
    ) -> None:
        super().__init__(where, problem, advice)
        self.where, self.problem, self.advice = where, problem, advice
        self.line, self.column = line, column

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.where, self.problem, self.advice, self.line, self.column)

    def __str__(self) -> str:
        place = f"{self.where}, line {self.line}, column {self.column}" if self.line else self.where
        return f"{place}: {self.problem}" + (f"; {self.advice}" if self.advice else "") + "."


class OutputError(InputError):
    """A place that cannot be written."""


class ExtractorError(WhenceError):
    """An extractor that cannot be had: the trained model's file is missing or broken."""


def _rebuild(
    kind: type[InputError], where: str, problem: str, advice: str, line: int, column: int
) -> InputError:
    return kind(where, problem, advice, line=line, column=column)
