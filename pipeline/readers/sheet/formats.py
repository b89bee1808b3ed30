"""A cell's number to the text that Excel shows, dates written so that none is ambiguous.

Source: ECMA-376 part 1, 18.8.30 (built-in number formats) and 18.8.31 (format codes).
"""

import math
import re
from datetime import datetime, timedelta

_BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
} | dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "dd/mm/yyyy")  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].')
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?")
_LONGEST_CODE = 255
_LAST_DAY = 2_958_466  # 31 December 9999


def built_in(code: int) -> str:
    """Return the format code of a built-in number format, "General" where it has none."""
    return _BUILT_IN.get(code, "General")


def shown(written: str, code: str, since_1904: bool = False) -> str:
    """Return what a cell shows: `written` is its number as stored, `code` its format.

    A day is "30 September 2014" however its digits are ordered, a month "September 2014".
    What is no number is returned as it stands.
    """
    try:
        number = float(written)
    except ValueError:
        return written
    if not math.isfinite(number):
        return written
    if code == "General":
        return _plain(number)
    section = _section(code, number)
    letters = _BRACKETS.sub("", _LITERAL.sub("", section)).lower()
    if re.search("[ymdhs]", letters.replace("general", "").replace("red", "")):
        return _moment(number, letters, since_1904) or _plain(number)
    return _figure(number, section)


def written_out(written: str, code: str) -> str:
    """Return what a cell shows that holds a day as "2026-06-30", as strict files do."""
    try:
        moment = datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return written
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)
    return shown(str(serial), built_in(14) if code == "General" else code)


def _section(code: str, number: float) -> str:
    """Return the part of a format that holds for the number: positive; negative; zero."""
    code = code[:_LONGEST_CODE]
    parts = _LITERAL.sub(lambda found: "\0" * len(found[0]), code).split(";")
    at = 2 if number == 0 and len(parts) > 2 else int(number < 0 and len(parts) > 1)
    start = sum(len(part) + 1 for part in parts[:at])
    return code[start : start + len(parts[at])]


def _moment(serial: float, letters: str, since_1904: bool) -> str:
    """Return days since 1900 (or 1904) as a day, month, year or time of day."""
    if not 0 <= serial < _LAST_DAY:
        return ""
    # Excel counts a 29 February 1900, so the days before it are one later.
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    if serial < 60 and not since_1904:
        start += timedelta(days=1)
    try:
        moment = start + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return ""
    return " ".join(part for part in (_day(moment, letters), _time(moment, letters)) if part)


def _day(moment: datetime, letters: str) -> str:
    if re.search("d", letters):
        return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if "mmm" in letters or ("m" in letters and "y" in letters):
        return f"{_MONTHS[moment.month - 1]} {moment.year}"
    return str(moment.year) if "y" in letters else ""


def _time(moment: datetime, letters: str) -> str:
    """Return the time of day; midnight beside a date is left out, as nobody means it."""
    if not re.search("[hs]", letters):
        return ""
    dated = re.search("[dy]", letters)
    return "" if dated and not (moment.hour or moment.minute) else f"{moment:%H:%M}"


def _figure(number: float, section: str) -> str:
    """Return a number with the decimals, thousands, per cent sign and currency of a format."""
    bare = _CURRENCY.sub(r'"\1"', section)
    digits = _DIGITS.search(_LITERAL.sub(lambda found: "\0" * len(found[0]), bare))
    if not digits:
        return (_around(bare) if "General" not in bare else "") or _plain(number)
    if re.search(r"[eE][+-]|/", bare):
        return _plain(number)
    percent = "%" in section
    value = abs(number) * 100 if percent else abs(number)
    comma = "," if "," in digits[0] else ""
    whole = digits[0].partition(".")[0].count("0")
    if value >= 1e15:
        return _plain(number)
    figure = f"{value:{comma}.{len(digits[1] or '')}f}"
    if not comma:
        head, point, tail = figure.partition(".")
        figure = head.zfill(whole) + point + tail
    sign = "-" if number < 0 and "(" not in section else ""
    return sign + _around(bare[: digits.start()]) + figure + _around(bare[digits.end() :])


def _around(code: str) -> str:
    """Return what a format puts before or after the digits."""
    pieces = _LITERAL.findall(code)
    words = "".join(one.strip('"') if one[0] == '"' else one[1:] for one in pieces
                    if one[0] not in "_*")  # fmt: skip
    signs = _BRACKETS.sub("", _LITERAL.sub("", code))
    return words + "".join(one for one in signs if one in "%£$€()")


def _plain(number: float) -> str:
    """Return a number as the General format shows it: at most eleven figures."""
    return f"{number:.11G}"
