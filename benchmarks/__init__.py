"""Measurements of the project: accuracy and speed."""
