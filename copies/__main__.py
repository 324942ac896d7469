"""Makes one kind of copy from the built site, or checks that builds can be repeated.

python -m copies offline|pdf|zim|docset [--site DIR] [--out FILE]
python -m copies verify
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from copies import NAME, OUT, ROOT, archive, docset, version, zim
from copies.contents import table
from copies.moment import moment
from copies.offline import offline


def _offline(site: Path, out: Path) -> None:
    archive.write(offline(site), f"{NAME}-{version()}", moment(ROOT / "data"), out)
    print(*table(out), sep="\n")


def _pdf(site: Path, out: Path) -> None:
    from copies import pdf  # noqa: PLC0415 - Playwright is not there for every copy

    pdf.write(site, moment(ROOT / "data"), out)


def _zim(site: Path, out: Path) -> None:
    zim.write(site, out)


def _docset(site: Path, out: Path) -> None:
    docset.write(site, moment(ROOT / "data"), out)


KINDS: dict[str, tuple[str, Callable[[Path, Path], None], str]] = {
    "offline": ("-offline.zip", _offline, "an archive to unpack, whose pages open from a disk"),
    "pdf": (".pdf", _pdf, "the atlas on paper"),
    "docset": (".docset.tgz", _docset, "a documentation set for Dash and Zeal"),
    "zim": (".zim", _zim, "a file for Kiwix"),
}
"""How its name ends, what makes it, and what it is."""


def main() -> None:
    """Reads the words of the command line, and makes what they name."""
    parser = argparse.ArgumentParser(prog="python -m copies", description="Copies of the site that need no network.")
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind, (end, _, help) in KINDS.items():
        words = kinds.add_parser(kind, help=help)
        words.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
        words.add_argument("--out", type=Path, default=OUT / f"{NAME}-{version()}{end}")
    kinds.add_parser("verify", help="build several times, and compare every byte")
    options = parser.parse_args()
    if options.kind == "verify":
        _verify()
    else:
        _make(options.kind, options.site, options.out)


def _make(kind: str, site: Path, out: Path) -> None:
    if not (site / "index.html").is_file():
        sys.exit(f"{site} holds no site. Build it first: make site")
    out.parent.mkdir(parents=True, exist_ok=True)
    _, make, _ = KINDS[kind]
    make(site, out)
    print(f"{archive.digest(out)}  {out.stat().st_size:,} bytes  {out}")


def _verify() -> None:
    from copies.verify import verify  # noqa: PLC0415

    if not verify(ROOT / ".cache/verify"):
        sys.exit(1)


if __name__ == "__main__":
    main()
