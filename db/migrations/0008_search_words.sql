CREATE VIRTUAL TABLE search_words USING fts5(body, content='', contentless_delete=1, tokenize = "unicode61 remove_diacritics 2");
--> statement-breakpoint
INSERT INTO search_words (rowid, body) SELECT rowid, body FROM search_index;
--> statement-breakpoint
DROP TABLE search_index;
--> statement-breakpoint
ALTER TABLE search_words RENAME TO search_index;
