"""Whence: resolve."""
