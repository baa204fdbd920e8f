"""Two reports of one closed quay, for the tests of the commands."""

ONE = (
    "Crack closes north quay\n\nLenna Courier, 6 May 2031\n\nThe board closed the quay on Tuesday."
    "\n\n“It will be shut for a month,” said Ilse Marant, who chairs the board.\n"
)
TWO = (
    "The north quay is closed, the board of Lenna says.\n\n“It will be shut for a month,” its head "
    "Ilse Marant told the Lenna Courier.\n\nSome 40 boats must land at Port Oskar.\n"
)
