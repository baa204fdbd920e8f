"""The story that ships with Whence: invented place, people and outlets, with full gold."""
