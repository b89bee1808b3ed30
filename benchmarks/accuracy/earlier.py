"""The scores to compare with: a file of them, or those of another commit, measured now."""

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.accuracy.evidence import EVIDENCE, ROOT


def scores(against: str) -> dict[str, dict[str, Any]]:
    """Return the scores in the file `against`, or of the commit of that name.

    A commit's tree is unpacked beside a link to the evidence and measured by its own code.
    """
    path = Path(against)
    if path.is_file():
        return _read(path)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "main"
        _unpack(against, tree)
        if EVIDENCE.is_dir():
            (Path(folder) / "shared").symlink_to(EVIDENCE.parent, target_is_directory=True)
        found = Path(folder) / "scores.json"
        command = [sys.executable, "-m", "benchmarks.accuracy", "--json", str(found)]
        env = {**os.environ, "PYTHONPATH": str(tree)}
        subprocess.run(command, cwd=tree, env=env, check=True, stdout=subprocess.DEVNULL)
        return _read(found)


def _read(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _unpack(commit: str, tree: Path) -> None:
    command = ["git", "archive", "--format=tar", commit]
    archive = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(tree, filter="data")
