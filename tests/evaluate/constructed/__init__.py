"""Constructed minutes and passages with labels: outcomes and ICE matters that real samples lack.

Owns the cases, their loader and their table; never mixed with the labels of real minutes.
"""
