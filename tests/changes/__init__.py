"""Tests of the comparison of drafts."""
