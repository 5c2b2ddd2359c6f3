"""Drawings as plain numbers: where each mark stands. Markup is the templates'."""
