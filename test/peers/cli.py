"""Runs the commands of Annofab's own command line, annofabcli, in one process, in a folder of their own."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import sys
import tempfile
from pathlib import Path

from annofabcli.__main__ import main
from calls import Calls

url, user_id, password = sys.argv[1:4]
os.environ |= {"ANNOFAB_ENDPOINT_URL": url, "ANNOFAB_USER_ID": user_id, "ANNOFAB_PASSWORD": password}
os.environ.pop("ANNOFAB_PAT", None)
call = Calls()
folder = Path(tempfile.mkdtemp(prefix="annofab-peers-"))
os.chdir(folder)
P = "demo-project"
ORGANIZATION = "demo-org"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class Refusals(logging.Handler):
    """What Annofab refused: commands only note it, go on, and end as though all were well."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []
        logging.getLogger("annofabapi").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


refusals = Refusals()


def cli(*arguments: str) -> str:
    """Runs one command, counted by its two words; gives what it printed."""
    printed = io.StringIO()
    refusals.messages.clear()

    def run() -> None:
        with contextlib.redirect_stdout(printed):
            main([*arguments, "--disable_log", "--yes", "--endpoint_url", url])
        if refusals.messages:
            raise RuntimeError(refusals.messages[0])

    call(run, name=" ".join(["annofabcli", *arguments[:2]]))
    return printed.getvalue()


def write(name: str, content: object) -> str:
    """A file of JSON, as the commands want it named."""
    (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return f"file://{folder / name}"


def out(name: str) -> str:
    return str(folder / "out" / name)
