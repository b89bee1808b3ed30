"""How fast the pipeline is, as ratios of what is measured beside it in the same run."""
