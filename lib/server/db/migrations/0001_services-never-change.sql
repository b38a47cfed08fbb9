CREATE FUNCTION services_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published service version never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER services_never_change BEFORE UPDATE OR DELETE ON services
  FOR EACH ROW EXECUTE FUNCTION services_never_change();
--> statement-breakpoint
CREATE TRIGGER services_never_emptied BEFORE TRUNCATE ON services
  FOR EACH STATEMENT EXECUTE FUNCTION services_never_change();
--> statement-breakpoint
INSERT INTO server_state (id, epoch) VALUES (1, gen_random_uuid()) ON CONFLICT DO NOTHING;
