CREATE TABLE "announced" (
	"stream_id" text NOT NULL,
	"tracking_code" text NOT NULL,
	"service_id" text,
	"announced_at" timestamp (3) with time zone NOT NULL,
	"held_by" uuid,
	"lost_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"decision" text,
	"settled_by" text,
	"taken_from" uuid,
	"arrived_too_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	CONSTRAINT "announced_stream_id_tracking_code_pk" PRIMARY KEY("stream_id","tracking_code")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"device_id" uuid PRIMARY KEY NOT NULL,
	"used" bigint NOT NULL,
	"checked_through" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"follows" uuid
);
--> statement-breakpoint
ALTER TABLE "announced" ADD CONSTRAINT "announced_held_by_devices_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announced" ADD CONSTRAINT "announced_taken_from_devices_id_fk" FOREIGN KEY ("taken_from") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_follows_devices_id_fk" FOREIGN KEY ("follows") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announced_held_by" ON "announced" USING btree ("held_by");