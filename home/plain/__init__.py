"""A page's body as plain text that a person types, and back: for browsers too old for the editor.

One line is one paragraph. A short line that begins with 一、 or （一） is a heading, and so is a
line that begins with #. Lines that begin with - are a list; several lines in a row that begin with
1. are a numbered one. **Words** are bold, [words](https://…) a link. A picture, a table or an
attachment stands as 【图片1】 on a line of its own.
"""
