"""Handlers by subject; each module lists its ``ROUTES``."""
