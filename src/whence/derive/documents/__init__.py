"""Documents that reports cite or hold, and which of them are one."""
