CREATE TABLE `announced_attachments` (
	`digest` text NOT NULL,
	`sha256` text NOT NULL,
	`owner_table` text NOT NULL,
	`owner_id` text NOT NULL,
	`included` integer NOT NULL,
	PRIMARY KEY(`digest`, `sha256`, `owner_table`, `owner_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `announced_attachments_sha256` ON `announced_attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`organisation` text,
	`person` text,
	`consent` text,
	`kind` text,
	`caption` text,
	`taken_on` text,
	`confidential` integer,
	`file_name` text,
	`media_type` text,
	`bytes` integer,
	`sha256` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consent`) REFERENCES `consents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_organisation` ON `attachments` (`organisation`);--> statement-breakpoint
CREATE INDEX `attachments_person` ON `attachments` (`person`);--> statement-breakpoint
CREATE INDEX `attachments_consent` ON `attachments` (`consent`);--> statement-breakpoint
CREATE INDEX `attachments_sha256` ON `attachments` (`sha256`);