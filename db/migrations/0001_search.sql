CREATE VIRTUAL TABLE search_index USING fts5(body, tokenize = "unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE TABLE search_rows (
	row_id integer PRIMARY KEY NOT NULL,
	entity text NOT NULL,
	record text NOT NULL UNIQUE
) STRICT;
