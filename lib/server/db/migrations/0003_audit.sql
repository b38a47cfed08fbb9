CREATE TABLE "audit" (
	"chain" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"person" text,
	"role" text NOT NULL,
	"device_id" uuid,
	"stream_id" text,
	"first_seq" bigint,
	"last_seq" bigint,
	"cases" uuid[],
	"claimed_at" timestamp (3) with time zone[],
	"detail" text,
	"hash" text NOT NULL,
	CONSTRAINT "audit_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE INDEX "audit_stream" ON "audit" USING btree ("stream_id","last_seq");--> statement-breakpoint
CREATE INDEX "audit_looks" ON "audit" USING gin ("cases") WHERE first_seq IS NULL;--> statement-breakpoint
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT coalesce(octet_length(value)::text || ':' || value, '-')
$$;
--> statement-breakpoint
CREATE FUNCTION audit_instant(value timestamp with time zone) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT (extract(epoch FROM value) * 1000)::bigint::text
$$;
--> statement-breakpoint
CREATE FUNCTION audit_line(entry audit) RETURNS text LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT public.audit_field(entry.chain::text)
    || public.audit_field(entry.seq::text)
    || public.audit_field(public.audit_instant(entry.at))
    || public.audit_field(entry.action)
    || public.audit_field(entry.outcome)
    || public.audit_field(entry.person)
    || public.audit_field(entry.role)
    || public.audit_field(entry.device_id::text)
    || public.audit_field(entry.stream_id)
    || public.audit_field(entry.first_seq::text)
    || public.audit_field(entry.last_seq::text)
    || public.audit_field(array_to_string(entry.cases, ','))
    || public.audit_field((
      SELECT string_agg(public.audit_instant(moment), ',' ORDER BY place)
      FROM unnest(entry.claimed_at) WITH ORDINALITY AS claimed(moment, place)))
    || public.audit_field(entry.detail)
$$;
--> statement-breakpoint
CREATE FUNCTION audit_append(which smallint, entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  newest public.audit;
  added public.audit;
  entry jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(7381206, which);
  SELECT * INTO newest FROM public.audit WHERE chain = which ORDER BY seq DESC LIMIT 1;
  FOR entry IN SELECT value FROM jsonb_array_elements(entries) LOOP
    added := jsonb_populate_record(NULL::public.audit, entry);
    added.chain := which;
    added.seq := coalesce(newest.seq, 0) + 1;
    added.at := greatest(date_trunc('milliseconds', clock_timestamp()), newest.at);
    added.hash := encode(sha256(convert_to(coalesce(newest.hash, repeat('0', 64)) || public.audit_line(added), 'UTF8')), 'hex');
    INSERT INTO public.audit SELECT added.*;
    newest := added;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
--> statement-breakpoint
CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
