"""Pages of the documentation that are made from the code: each function returns Markdown, one a page."""
