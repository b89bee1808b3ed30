"""Accuracy against what careful readers found, per field and document, with every miss.

Run as `python -m benchmarks.accuracy`. The evidence lies outside the project, in
`../shared/evidence`; what is not there is skipped, and said so.
"""
