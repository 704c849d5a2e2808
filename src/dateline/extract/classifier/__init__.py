"""The trained coder: one encoder pass a sentence, heads over its words, and their decoding into acts."""
