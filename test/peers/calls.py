"""Counts the distinct calls of a script and goes on after one that failed, so that a run tells of all failures."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable
from typing import Any


class Calls:
    def __init__(self) -> None:
        self.passed: set[str] = set()
        self.failed: dict[str, str] = {}

    def __call__(self, function: Callable[..., Any], *args: Any, name: str | None = None, **kwargs: Any) -> Any:
        """Returns the function's answer, or None when it failed."""
        called = name or f"{type(getattr(function, '__self__', None)).__name__}.{function.__name__}"
        try:
            answer = function(*args, **kwargs)
        except (Exception, SystemExit) as error:  # noqa: BLE001
            if isinstance(error, SystemExit) and error.code in (None, 0):
                self.passed.add(called)
                return None
            self.failed[called] = "".join(traceback.format_exception_only(error)).strip()[:600] + _where(error)
            return None
        self.passed.add(called)
        return answer

    def expect(self, what: str, fulfilled: object) -> None:
        if not fulfilled:
            self.failed[what] = "expectation not fulfilled"

    def report(self) -> None:
        """Prints one line of JSON, the last that the script prints."""
        passed = sorted(self.passed - self.failed.keys())
        print(json.dumps({"passed": passed, "failed": self.failed}, ensure_ascii=False))
        sys.exit(1 if self.failed else 0)


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " at " + " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-3:]))
