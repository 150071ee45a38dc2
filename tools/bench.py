"""What the build costs, as ratios in one run, with the bars that they must keep beside them.

Run with ``make bench``; takes about nine minutes.  Costs are seconds of processor time (the
process's own and the system's for it) of whole processes, the least of several that run in
turn, so that what else the machine does counts as little as can be.  Where somebody waits for
all cores at once (`make live`, many clinics), seconds on the clock count, so leave the machine
alone meanwhile.  What the web site costs its readers, Lighthouse tells.  The exit status is 1
if a bar is missed or cannot be measured.
"""

from __future__ import annotations

import sys

from tools import clinic, clinics, growth, lighthouse, live, slack
from tools.costs import WORK


def main() -> int:
    """Measure, print one line for each ratio, and return the exit status."""
    WORK.mkdir(parents=True, exist_ok=True)
    print(f"{'':<58} {'ratio':>6} {'bar':>6}")
    missed = 0
    for part in (clinic, live, growth, clinics):
        for ratio in part.report():
            print(ratio, flush=True)
            missed += ratio.is_missed
    slack.report(WORK, print)
    missed += lighthouse.report(print)
    if missed:
        print(f"{missed} of the bars missed or not measured.", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
