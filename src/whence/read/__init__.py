"""Whence: read."""
