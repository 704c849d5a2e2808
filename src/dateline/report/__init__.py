"""Coded documents as pages for people: the brief (one offline HTML file) and a table for notebooks."""

from dateline.report.brief import html_repr, render_brief

__all__ = ["html_repr", "render_brief"]
