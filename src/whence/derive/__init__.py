"""Whence: derive."""
