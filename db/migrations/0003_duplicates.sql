CREATE TABLE `aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`kind` text NOT NULL,
	`former_id` text NOT NULL,
	`kept_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `aliases_former` ON `aliases` (`former_id`);--> statement-breakpoint
CREATE INDEX `aliases_kept` ON `aliases` (`kept_id`);--> statement-breakpoint
CREATE TABLE `distinct_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`kind` text NOT NULL,
	`first` text NOT NULL,
	`second` text NOT NULL
) STRICT;
