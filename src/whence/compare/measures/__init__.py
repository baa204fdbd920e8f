"""Figures of one measure: told apart, joined, and set against each other."""
