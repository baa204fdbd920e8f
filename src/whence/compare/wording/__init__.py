"""The same words in several reports, aligned, with every edit named."""
