CREATE TABLE `survey_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`title` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`methods` text,
	`surveyors` text,
	`notes` text,
	`introduction` text,
	`conclusions` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `survey_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`campaign` text NOT NULL,
	`region` text NOT NULL,
	`target` integer,
	FOREIGN KEY (`campaign`) REFERENCES `survey_campaigns`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_targets_campaign` ON `survey_targets` (`campaign`);--> statement-breakpoint
ALTER TABLE `committees` ADD `priority_themes_reason` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `survey_sheet` text;