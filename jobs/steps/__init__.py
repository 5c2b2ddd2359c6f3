"""The steps of a week, one module each: registry, crawl, ice, analyze, audit, report, run.

Each takes a `Context`, can be killed at any point, and run again without harm.
"""
