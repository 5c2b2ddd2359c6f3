"""The open-meetings audit as an edition: page, tables, codebook.

Owns how the audit is shown. Answers, scores and rules come from `audit` as they are.
"""
