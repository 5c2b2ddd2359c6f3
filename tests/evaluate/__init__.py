"""Judging reading and matching on labelled real data; `make evaluate` prints the tables."""
