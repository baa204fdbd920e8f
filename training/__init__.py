"""Training of the English model: from the annotated data to the file in the package."""
