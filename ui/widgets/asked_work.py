"""Does what a form asks for: it stays open until that was done, and says why where it was not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from ui.jobs import Jobs
from ui.widgets.form_dialog import FormDialog

T = TypeVar("T")


def open_to_do(
    form: FormDialog,
    act: Callable[[Mapping[str, str]], T],
    done: Callable[[T], None],
    jobs: Jobs,
) -> None:
    """Open a form; ``act`` gets what was typed, in the writing lane, and ``done`` its answer."""
    form.asked.connect(partial(_on_asked, form, act, done, jobs))
    form.open()


def _on_asked(  # a form with what is to be done
    form: FormDialog,
    act: Callable[[Mapping[str, str]], T],
    done: Callable[[T], None],
    jobs: Jobs,
    texts: Mapping[str, str],
    _ticks: Mapping[str, bool],
) -> None:
    jobs.submit(partial(act, texts), partial(_on_done, form, done), form.refuse, owner=form)


def _on_done(form: FormDialog, done: Callable[[T], None], answer: T) -> None:
    form.accept()
    done(answer)
