"""Search: sections and glossary terms become documents, what is typed becomes results."""
