"""Open-meetings law of the states as dated, cited data, and each state's own clock."""
