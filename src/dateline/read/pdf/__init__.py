"""PDF bytes -> a draft: characters with their boxes, lines, columns, furniture, footnotes, paragraphs."""
