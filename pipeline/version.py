"""The version of the installed tool."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("statement-of-action")
except PackageNotFoundError:  # run from a folder, not installed
    VERSION = "unknown"
