"""From what the user names to bytes."""

import io
import os
import sys
from pathlib import Path

import pytest

from pipeline.errors import LimitError, PipelineError
from pipeline.inputs import Input, find, load
from pipeline.settings import Limits

LIMITS = Limits(source_bytes=10)


def test_a_file_is_its_name_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "my plan.txt"
    path.write_bytes(b"a\r\nb")
    source = load(Input(str(path), path), LIMITS)
    assert (source.name, source.data) == ("my plan.txt", b"a\r\nb")


def test_bytes_already_read_are_kept() -> None:
    assert load(Input("stdin", data=b"x"), LIMITS).data == b"x"
    assert load(Input("stdin"), LIMITS).data == b""


def test_what_is_piped_in_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"plan")))
    (item,) = find(["-", "-"])
    assert (item.name, item.label, item.data) == ("stdin", "stdin", b"plan")


@pytest.mark.parametrize("size", [11, 5000])
def test_a_large_file_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"x" * size)
    with pytest.raises(LimitError, match="It is larger than"):
        load(Input("plan.txt", path), LIMITS)


def test_a_stream_that_does_not_end_is_refused() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no endless file")
    with pytest.raises(LimitError):
        load(Input("zero", Path("/dev/zero")), LIMITS)


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "plan.txt"
    path.write_text("x")
    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(PipelineError, match=r"cannot be opened: Permission denied\. Close it"):
        load(Input("plan.txt", path), LIMITS)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="Check the name of the folder"):
        load(Input("x", tmp_path / "no" / "such.txt"), LIMITS)


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    link = tmp_path / "plan.txt"
    try:
        link.symlink_to("gone.txt")
    except OSError:
        pytest.skip("links need a right that this user lacks")
    with pytest.raises(PipelineError, match="a link to a file that is gone"):
        load(Input("plan.txt", link), LIMITS)


def test_a_name_too_long_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(PipelineError):
        load(Input("x", tmp_path / ("x" * 5000)), LIMITS)


def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("x")
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right that this user lacks")
    assert len(find([str(tmp_path)])) == 1


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_name_in_no_encoding_is_shown_somehow(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/pl\xffn.txt"))
    path.write_bytes(b"x")
    (item,) = find([str(tmp_path)])
    assert item.name == "pl?n.txt"
    assert load(item, LIMITS).data == b"x"
