"""Analyses of coded acts: responses, series, networks and change points. Pure functions of what they are given; nothing here reads files or databases."""
