"""Dated events of a story: joined over reports, and held against each other."""
