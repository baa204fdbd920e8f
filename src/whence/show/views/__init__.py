"""Plain values that the page's template shows; no markup here but drawing coordinates."""
