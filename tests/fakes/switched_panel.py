"""A panel that is switched in a test: a display that remembers, and programs that write it down."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class FakeDisplay:
    """A display that keeps what it was told; repeated orders count once."""

    told: list[str] = field(default_factory=list)

    def sleep(self) -> None:
        """Keep it."""
        self._keep("sleep")

    def wake(self) -> None:
        """Keep it."""
        self._keep("wake")

    def _keep(self, order: str) -> None:
        if self.told[-1:] != [order]:
            self.told.append(order)


@dataclass(frozen=True)
class Program:
    """A program that writes its arguments into a file, and then does what its script says."""

    folder: Path
    name: str
    script: str = ""

    def command(self, *arguments: str) -> Sequence[str]:
        """Return the command that runs it."""
        path = self.folder / self.name
        path.write_text(f'#!/bin/sh\necho "{self.name} $*" >> {self.folder}/runs\n{self.script}\n')
        path.chmod(0o755)
        return [str(path), *arguments]


def runs(folder: Path) -> list[str]:
    """Return what was run in ``folder`` so far, in order."""
    kept = folder / "runs"
    return kept.read_text().splitlines() if kept.exists() else []
