CREATE TABLE `committees` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`installed_on` text,
	`quorum_percent` integer,
	`meeting_frequency` text,
	`priority_themes` text,
	`terms_of_reference` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation_links` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`organisation` text NOT NULL,
	`kind` text NOT NULL,
	`other` text NOT NULL,
	`since` text,
	`until` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `organisation_links_organisation` ON `organisation_links` (`organisation`);--> statement-breakpoint
CREATE INDEX `organisation_links_other` ON `organisation_links` (`other`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`organisation` text NOT NULL,
	`full_member` text,
	`alternate` text,
	`role` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`designation` text,
	`end_reason` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`full_member`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`alternate`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `seats_organisation` ON `seats` (`organisation`);--> statement-breakpoint
CREATE TABLE `status_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`organisation` text NOT NULL,
	`status` text NOT NULL,
	`since` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `status_periods_organisation` ON `status_periods` (`organisation`,`since`);--> statement-breakpoint
ALTER TABLE `needs` ADD `reassessed_level` integer;--> statement-breakpoint
ALTER TABLE `needs` ADD `reassessed_on` text;--> statement-breakpoint
ALTER TABLE `needs` ADD `notes` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `other_name` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `actions` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `other_phone` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `whatsapp` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `social_media` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `localities` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `latitude` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `longitude` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `staff_women` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `staff_men` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `members_band` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `funders` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `networks` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `dialogue_levels` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `dialogue_quality` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `partnership_kind` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `authority_relations` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `dialogue_experience` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `skills_offered` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `skills_notes` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `challenges` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `surveyor` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `survey_source` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `survey_reliability` text;