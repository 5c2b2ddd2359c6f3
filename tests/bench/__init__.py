"""Speed as ratios within one run; `make bench` prints them. Nothing here is a test."""
