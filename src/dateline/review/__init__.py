"""The local workbench in which people check and correct what the machine coded.

Server-rendered pages (Starlette, Jinja2, htmx), one process, one database. What a reviewer decides is appended as a row and never
overwrites anything; :mod:`dateline.decisions.ledger` works out what holds. Importing this package loads none of the web libraries.
"""
