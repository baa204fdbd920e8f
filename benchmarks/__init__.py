"""Measurements on annotated text and against other libraries; nothing here ships."""
