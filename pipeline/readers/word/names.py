"""The element names of WordprocessingML (ECMA-376 part 1, 17), and small ways to read them."""

from pipeline.readers.parts import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Symbol and Wingdings keep their glyphs in a private area: what a reader sees there instead.
_GLYPHS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF06F: "□", 0xF0A8: "□", 0xF071: "❑", 0xF076: "❖",
    0xF0D8: "➢", 0xF0E8: "➔", 0xF0E0: "→", 0xF0DE: "⇒", 0xF0AE: "→", 0xF0FC: "✓", 0xF0FB: "✗",
    0xF0FE: "☑", 0xF0FD: "☒", 0xF09F: "•", 0xF0A1: "○", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B0: "°",
    0xF02D: "-", 0xF06C: "●", 0xF075: "◆", 0xF0AD: "↑", 0xF0AF: "↓", 0xF0F0: "⇨", 0xF0B4: "×",
}  # fmt: skip


def value(parent: Element | None, name: str) -> str | None:
    """Return the `w:val` of the child `w:name`, None where either is missing."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number written as an attribute; the default where it is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else default


def on(parent: Element | None, name: str) -> bool:
    """Say whether the switch `w:name` is there and not turned off (17.17.4)."""
    child = None if parent is None else parent.find(W + name)
    return child is not None and child.get(W + "val", "true") not in ("0", "false", "off")


def glyphs(text: str) -> str:
    """Return text with the glyphs of symbol fonts as the characters that they look like."""
    return text if text.isascii() else text.translate(_GLYPHS)


def symbol(code: str | None, font: str | None) -> str:
    """Return the character that a hexadecimal code of a (symbol) font shows."""
    try:
        at = int(code or "", 16)
        if at < 0x100 and is_symbol_font(font):
            at += 0xF000
        return "" if 0xD800 <= at < 0xE000 else glyphs(chr(at))
    except (ValueError, OverflowError):
        return ""


def is_symbol_font(font: str | None) -> bool:
    """Say whether a font keeps pictures where others keep letters."""
    return (font or "").lower().startswith(("symbol", "wingdings", "webdings"))
