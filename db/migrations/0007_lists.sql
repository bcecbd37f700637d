CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`name` text NOT NULL,
	`list` text NOT NULL,
	`arrangement` text NOT NULL,
	`position` integer NOT NULL,
	`opens_first` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `views_list` ON `views` (`list`,`position`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `labels` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `labels` text;