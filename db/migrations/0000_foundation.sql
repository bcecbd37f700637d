CREATE TABLE `change_heads` (
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`field` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`entity`, `record`, `field`, `entry`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `change_log` (
	`id` text PRIMARY KEY NOT NULL,
	`batch` text NOT NULL,
	`instant` text NOT NULL,
	`device` text NOT NULL,
	`author` text NOT NULL,
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`field` text,
	`before` text,
	`after` text,
	`parents` text NOT NULL,
	`cause` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_log_record` ON `change_log` (`entity`,`record`,`instant`);--> statement-breakpoint
CREATE INDEX `change_log_batch` ON `change_log` (`batch`);--> statement-breakpoint
CREATE INDEX `change_log_instant` ON `change_log` (`instant`);--> statement-breakpoint
CREATE TABLE `snapshot_rows` (
	`submission` text NOT NULL,
	`name` text NOT NULL,
	`record` text NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`submission`, `name`, `record`),
	FOREIGN KEY (`submission`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`quarter` text NOT NULL,
	`revision` integer NOT NULL,
	`reason` text,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`digest` text NOT NULL,
	`archive` text NOT NULL,
	`bytes` integer NOT NULL,
	`rows` integer NOT NULL,
	`signer_name` text NOT NULL,
	`signer_since` text NOT NULL,
	`notices` text NOT NULL,
	`state` text NOT NULL,
	`compared_with` text,
	`received_at` text NOT NULL,
	`decided_at` text,
	`decided_by` text,
	`slip` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_digest_unique` ON `submissions` (`digest`);--> statement-breakpoint
CREATE INDEX `submissions_committee` ON `submissions` (`committee`,`quarter`);--> statement-breakpoint
CREATE TABLE `affiliations` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`person` text NOT NULL,
	`organisation` text NOT NULL,
	`role` text,
	`is_main_contact` integer,
	`since` text,
	`until` text,
	FOREIGN KEY (`person`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `affiliations_person` ON `affiliations` (`person`);--> statement-breakpoint
CREATE INDEX `affiliations_organisation` ON `affiliations` (`organisation`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`person` text NOT NULL,
	`purpose` text NOT NULL,
	`given_on` text NOT NULL,
	`manner` text NOT NULL,
	`expires_on` text,
	`withdrawn_on` text,
	`proof` text,
	FOREIGN KEY (`person`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person`);--> statement-breakpoint
CREATE TABLE `needs` (
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
	`domain` text NOT NULL,
	`level` integer NOT NULL,
	`target_level` integer,
	`priority` integer,
	`source` text,
	`assessed_on` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `needs_organisation` ON `needs` (`organisation`);--> statement-breakpoint
CREATE TABLE `organisations` (
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
	`sort_key` text NOT NULL,
	`name_arabic` text,
	`acronym` text,
	`type` text,
	`founded_year` integer,
	`mission` text,
	`legal_status` text,
	`registration_number` text,
	`registration_date` text,
	`phone` text,
	`email` text,
	`website` text,
	`address` text,
	`contact_language` text,
	`country` text NOT NULL,
	`region` text,
	`locality` text,
	`regions` text,
	`scale` text,
	`themes` text,
	`publics` text,
	`staff_band` text,
	`volunteers_count` integer,
	`members_women` integer,
	`members_men` integer,
	`budget_bracket` text,
	`status` text NOT NULL,
	`publication_consent` integer,
	`survey_method` text,
	`survey_date` text,
	`verified_on` text,
	`notes` text,
	`completeness` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `organisations_sort` ON `organisations` (`deleted_at`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `organisations_committee` ON `organisations` (`committee`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`full_name` text NOT NULL,
	`sort_key` text NOT NULL,
	`name_arabic` text,
	`civility` text,
	`sex` text,
	`age_band` text,
	`phone` text,
	`email` text,
	`language` text,
	`preferred_contact` text,
	`confidential` integer,
	`notes` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `persons_sort` ON `persons` (`deleted_at`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `persons_committee` ON `persons` (`committee`);--> statement-breakpoint
CREATE TABLE `chain` (
	`series` text NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`digest` text NOT NULL,
	`created_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`taken` integer NOT NULL,
	PRIMARY KEY(`series`, `epoch`, `sequence`, `digest`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `enrolment_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`signing_key` text NOT NULL,
	`recipient` text NOT NULL,
	`digest` text NOT NULL,
	`received_at` text NOT NULL,
	`tries_left` integer NOT NULL,
	`state` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`received_at` text NOT NULL,
	`outcome` text NOT NULL,
	`kind` text,
	`sender` text,
	`period` text,
	`sequence` integer,
	`digest` text,
	`refusal` text,
	`submission` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_sha256` ON `inbox` (`sha256`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`epoch` integer NOT NULL,
	`sender` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	`tries_left` integer NOT NULL,
	`outbox` text,
	`file` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`receivers` text NOT NULL,
	`period` text,
	`revision` integer NOT NULL,
	`reason` text,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`content_digest` text NOT NULL,
	`archive` blob NOT NULL,
	`rows` text NOT NULL,
	`recipients` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`written_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_digest` ON `outbox` (`digest`);--> statement-breakpoint
CREATE INDEX `outbox_period` ON `outbox` (`kind`,`period`);--> statement-breakpoint
CREATE TABLE `registers` (
	`version` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`content` text NOT NULL,
	`archive` blob NOT NULL,
	`adopted_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `reported_rows` (
	`name` text NOT NULL,
	`record` text NOT NULL,
	PRIMARY KEY(`name`, `record`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `slips` (
	`digest` text PRIMARY KEY NOT NULL,
	`sender` text NOT NULL,
	`judged` text NOT NULL,
	`period` text NOT NULL,
	`decision` text NOT NULL,
	`general` text NOT NULL,
	`deadline` text,
	`remarks` text NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`received_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `slips_judged` ON `slips` (`judged`);--> statement-breakpoint
CREATE TABLE `activity_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`quarter` text NOT NULL,
	`activity` text NOT NULL,
	`state` text,
	`quantity` integer,
	`comment` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_lines_natural` ON `activity_lines` (`committee`,`quarter`,`activity`);--> statement-breakpoint
CREATE TABLE `narratives` (
	`id` text PRIMARY KEY NOT NULL,
	`committee` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` text,
	`sensitivity` text DEFAULT 'normal' NOT NULL,
	`quarter` text NOT NULL,
	`highlights` text,
	`difficulties` text,
	`next_steps` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `narratives_natural` ON `narratives` (`committee`,`quarter`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text
) STRICT;
