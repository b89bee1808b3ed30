"""Tests of what compares wordings."""
