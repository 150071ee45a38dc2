"""The commands behind the Makefile: ``python -m handout --help``."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path

from handout.build import PRINT, SITE, Target, build
from handout.errors import HandoutError
from handout.locales import check_language
from handout.profile import profile_path
from handout.today import today

FORMS = {"all": [PRINT, SITE], "html": [SITE], "pdf": [PRINT]}
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status.

    0: well; 1: something has to be put right; 130: ended with Ctrl-C, as shells tell it.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except HandoutError as error:
        print(f"\n{error}\n\nNothing was changed by this run.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.  Nothing is left half done.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m handout", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, words in (
        ("build", _build, "make the web site and the pages to print"),
        ("live", _live, "show site and printed pages in the browser, anew at each save"),
        ("may-release", _may_release, "tell all that is missing for a release"),
        ("release", _release, "write dist/, which is given out, if nothing is missing"),
        ("pack", _pack, "write what a release would hold into a folder; ask nothing"),
        ("linkcheck", _linkcheck, "try every web address in the chapters and the sources"),
        ("prose", _prose, "check the words: plain, in balance, and true to the ledger"),
        ("translation", _translation, "begin a translation, or bring it up to date"),
        ("client-post", _client_post, "write what became of the clinic's post into docs/"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("--clinic", default="clear", help="a file in clinics/, without .toml")
        command.add_argument("--language", default="en")
        command.set_defaults(run=run)
        if name == "build":
            command.add_argument("forms", nargs="?", choices=FORMS, default="all")
        if name == "pack":
            command.add_argument("folder", type=Path, help="a new one")
    command = commands.add_parser("clinics", help="build all, for every clinic in clinics/")
    command.add_argument("--language", default="en")
    command.set_defaults(run=_clinics)
    command = commands.add_parser("verify-release", help="tell whether dist/ is what a tag gives")
    command.add_argument("--tag", help="such as v1.0; left out: that of this version")
    command.set_defaults(run=_verify_release)
    command = commands.add_parser("which-version", help="tell whether printed pages are current")
    command.add_argument("id", help="what stands behind 'Version' at the foot of a page")
    command.set_defaults(run=_which_version)
    command = commands.add_parser("matrix", help="list clinics and languages, for CI")
    command.add_argument("--part", type=int, help="from 1, if one run does not take them all")
    command.set_defaults(run=_matrix)
    return parser


def _target(options: argparse.Namespace) -> Target:
    return Target(ROOT, options.clinic, options.language)


def _say(line: str) -> None:
    print(line, flush=True)


def _build(options: argparse.Namespace) -> int:
    target = _target(options)
    forms = FORMS[options.forms]
    changed = build(target, forms, _say)
    print("Done." if changed else "Nothing has changed since the last time. The files are:")
    _show_files(target, forms)
    return 0


def _live(options: argparse.Namespace) -> int:
    from handout.live.session import show_live

    target = _target(options)
    profile_path(target.clinic, target.root)
    check_language(target.root, target.language)
    show_live(target, _say)
    print("\nStopped.  The page in the browser can be closed.")
    return 0


def _may_release(options: argparse.Namespace) -> int:
    from handout.release import check_release, release_advice

    target = _target(options)
    check_release(target, _say)
    for finding in release_advice(target):
        print(f"Advice: {finding}")
    print("Nothing is missing for a release.")
    return 0


def _release(options: argparse.Namespace) -> int:
    from handout.dist import built_anew, write_dist
    from handout.release import check_release, next_steps

    target = _target(options)
    check_release(target, _say)
    with built_anew(target):
        dist = write_dist(target, _say)
    print("Ready to give out:")
    for path in sorted(dist.iterdir()):
        print(f"  {_shown(path)}")
    print(next_steps(target))
    return 0


def _pack(options: argparse.Namespace) -> int:
    from handout.dist import built_anew, pack

    target = _target(options)
    with built_anew(target):
        pack(target, options.folder, _say)
    return 0


def _verify_release(options: argparse.Namespace) -> int:
    from handout.verify_release import verify_release

    tag = verify_release(ROOT, options.tag, _say)
    print(f"dist/ is what tag {tag} gives, byte for byte.")
    return 0


def _clinics(options: argparse.Namespace) -> int:
    from handout.clinics import all_clinics, build_clinics
    from handout.outcomes import Outcome, summary, told_faults
    from handout.progress import progress

    wanted = all_clinics(ROOT, options.language)
    outcomes: list[Outcome] = []
    try:
        with (
            closing(build_clinics(wanted)) as done,
            progress(len(wanted), _say) as tell,
        ):
            for outcome in done:
                outcomes.append(outcome)
                tell(outcome)
    finally:
        print(summary(outcomes), flush=True)
        for line in told_faults(outcomes):
            print(line, file=sys.stderr)
    return int(any(outcome.faults for outcome in outcomes))


def _matrix(options: argparse.Namespace) -> int:
    from handout.matrix import matrix

    print(matrix(ROOT, options.part))
    return 0


def _which_version(options: argparse.Namespace) -> int:
    from handout.piles import which_version

    print(which_version(options.id, ROOT, today()))
    return 0


def _show_files(target: Target, forms: list[str]) -> None:
    if SITE in forms:
        print(f"  Web site:  {_shown(target.site)}")
        print(f"  To copy:   {_shown(target.archive)}")
    for path in target.printables():
        print(f"  To print:  {_shown(path)}")


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _linkcheck(options: argparse.Namespace) -> int:
    from handout.linkcheck import check_links

    check_links(_target(options))
    print("Every web address answers.")
    return 0


def _prose(options: argparse.Namespace) -> int:
    from handout.checks.report import check_words

    report = check_words(_target(options))
    print(report.table)
    for advice in report.advice:
        print(f"Advice: {advice}")
    for fault in report.faults:
        print(fault, file=sys.stderr)
    return 1 if report.faults else 0


def _translation(options: argparse.Namespace) -> int:
    from handout.unfinished import progress_of
    from handout.update_translation import left_over, update_translation

    target = _target(options)
    for place in left_over(target):
        print(
            f"Advice: {place}: there is no such chapter; give this file its new name or delete it"
        )
    for place in update_translation(target):
        print(f"Written:  {place}")
    done, count = progress_of(target)
    print(f"Translated: {done} of {count}.")
    return 0


def _client_post(options: argparse.Namespace) -> int:
    from handout.post_table import write_docs

    print(f"Written:  {_shown(write_docs(_target(options)))}")
    return 0


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
