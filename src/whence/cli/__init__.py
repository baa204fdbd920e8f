"""The command line: thin commands over the front doors of the stages."""
