"""Word in: a .docx file becomes clean parts, whatever its fonts. Knows no page and no record."""
