"""Sizes of a kiosk's controls."""

TARGET = 88
