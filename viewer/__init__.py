"""Careleaf: a desktop viewer for patient education."""

__version__ = "0.1.0"
