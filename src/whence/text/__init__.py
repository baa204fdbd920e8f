"""Whence: text."""
