"""Whence: extract."""
