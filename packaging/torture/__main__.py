"""The long runs, a line with a figure for each claim: ``python -m torture [MINUTES]``.

Ten minutes of changes unless told. Ends with 1 when a claim does not hold.
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

from torture import long_runs

MINUTES: Final = 10.0


def main() -> int:
    """Do it all."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    holds = True
    with tempfile.TemporaryDirectory(prefix="gate-player-torture-") as folder:
        for claim in long_runs.claims(Path(folder), minutes):
            print(claim, flush=True)
            holds = holds and claim.holds
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())
