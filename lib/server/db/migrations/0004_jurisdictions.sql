ALTER TABLE "staff" ADD COLUMN "upazilas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "districts" text[] DEFAULT '{}' NOT NULL;