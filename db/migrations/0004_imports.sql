CREATE TABLE `imported_cells` (
	`import` text NOT NULL,
	`row` integer NOT NULL,
	`record` text NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`import`, `row`),
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `imported_cells_record` ON `imported_cells` (`record`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`batch` text NOT NULL,
	`file_name` text NOT NULL,
	`sheet` text NOT NULL,
	`layout` text NOT NULL,
	`headings` text NOT NULL,
	`targets` text NOT NULL,
	`manner` text,
	`created` integer NOT NULL,
	`changed` integer NOT NULL,
	`refused` integer NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`withdrawn_batch` text
) STRICT;
