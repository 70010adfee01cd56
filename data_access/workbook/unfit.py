"""Why a file cannot be read, on its way from the reading worker to the person."""

from scoring.issues import Code


class Unfit(Exception):
    """Raised inside the worker only; outside it becomes an Issue."""

    def __init__(self, code: Code, /, **context: object) -> None:
        super().__init__(code, context)
        self.code = code
        self.context = {key: str(value) for key, value in context.items()}


def too_large(kind: str, value: object, most: object) -> Unfit:
    return Unfit(Code.FILE_TOO_LARGE, kind=kind, value=value, most=most)
