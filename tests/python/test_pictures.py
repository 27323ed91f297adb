"""The pictures in the documents are what their command draws."""

from __future__ import annotations

import importlib.util

from conftest import ROOT


def test_the_pictures_of_the_meeting_are_current() -> None:
    place = ROOT / "docs" / "images"
    spec = importlib.util.spec_from_file_location("meeting_pictures", place / "meeting_pictures.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, picture in module.pictures().items():
        assert (place / name).read_text(encoding="utf-8") == picture, f"run python docs/images/meeting_pictures.py for {name}"
