"""Analyses of coded documents: how an actor responded. Pure functions of coded documents; nothing here reads files or databases."""
