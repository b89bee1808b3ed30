"""Statements of action."""
