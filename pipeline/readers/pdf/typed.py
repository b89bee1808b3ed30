"""Words that were typed into a page: in the fields of a form, and laid over the print.

PDFium keeps them apart from what the page shows. So they are made part of it, as they would be
on paper; comments, highlighted places and stamps are none of the plan's words and are left out.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pypdfium2.raw as pdfium

# Bytes of a description of nothing: it ends in a zero of two.
_NO_LOOKS = 2
_TYPED = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)


def set_in(document: Any, page: Any) -> bool:
    """Make the words typed into an open page part of it; whether there are any.

    The page is to be loaded anew, for PDFium goes on with what it has read of it.
    """
    kinds = [_kind(page, number) for number in range(max(0, pdfium.FPDFPage_GetAnnotCount(page)))]
    if not any(kind in _TYPED for kind, _ in kinds):
        return False
    for number in reversed(range(len(kinds))):
        if kinds[number][0] not in _TYPED:
            pdfium.FPDFPage_RemoveAnnot(page, number)
    bare = any(kind == pdfium.FPDF_ANNOT_WIDGET and not looks for kind, looks in kinds)
    with _shown(document, page) if bare else nullcontext():
        done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    return bool(done == pdfium.FLATTEN_SUCCESS)


def _kind(page: Any, number: int) -> tuple[int, bool]:
    """Return of a note of a page what it is, and whether it says how it looks."""
    note = pdfium.FPDFPage_GetAnnot(page, number)
    kind = int(pdfium.FPDFAnnot_GetSubtype(note))
    normal = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    looks = pdfium.FPDFAnnot_GetAP(note, normal, None, 0) > _NO_LOOKS
    pdfium.FPDFPage_CloseAnnot(note)
    return kind, looks


@contextmanager
def _shown(document: Any, page: Any) -> Iterator[None]:
    """Have PDFium write what the fields of a form show, where the form leaves that to it."""
    how = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, how)
    pdfium.FORM_OnAfterLoadPage(page, form)
    try:
        yield
    finally:
        pdfium.FORM_OnBeforeClosePage(page, form)
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)
