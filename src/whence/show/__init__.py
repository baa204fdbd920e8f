"""Whence: show."""
