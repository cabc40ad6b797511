"""What was logged while a test ran."""

import logging
from types import TracebackType
from typing import Self


class Heard(logging.Handler):
    """Keeps every record from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)

    def said(self) -> list[str]:
        """Return the records as lines."""
        return [
            f"{record.levelname} {record.name}: {record.getMessage()}" for record in self.records
        ]

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        logging.getLogger().removeHandler(self)
