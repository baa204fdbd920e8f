"""Whence: compare."""
