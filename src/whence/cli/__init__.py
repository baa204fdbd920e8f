"""Whence: cli."""
