from whence.errors import WhenceError as WhenceError
from whence.model import Reading as Reading
from whence.model import Report as Report
from whence.model import Story as Story
from whence.options import Options as Options
from whence.pipeline import trace as trace
from whence.read.reading import read_reports as read

__version__: str

__all__ = ["Options", "Reading", "Report", "Story", "WhenceError", "__version__", "read", "trace"]
