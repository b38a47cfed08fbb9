import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { loadCatalogue } from '../../lib/catalogue/load-catalogue';
import type { Field, ServiceDefinition } from '../../lib/forms/definition';
import { publishCatalogue } from '../../lib/server/services/publish-catalogue';

export const CHANGED_SERVICE = 'nationality-character-certificate';

const ADDED: Field = {
  id: 'guardian_phone',
  type: 'phone',
  section: 'person',
  label: { bn: 'অভিভাবকের মোবাইল নম্বর', en: 'Mobile number of the guardian' },
  required: true,
};

/** Publishes the form anew from outside, as an administrator does: one question more, one less, one choice less. */
export async function publishNextForm(databaseUrl: string): Promise<void> {
  const catalogue = loadCatalogue();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const services = catalogue.services.map((one) => (one.id === CHANGED_SERVICE ? next(one) : one));
    await publishCatalogue(drizzle(pool), { ...catalogue, services });
  } finally {
    await pool.end();
  }
}

function next(form: ServiceDefinition): ServiceDefinition {
  const fields = form.fields.filter(({ id }) => id !== 'purpose').map((field) => withoutBoth(field));
  return { ...form, fields: [...fields, ADDED] };
}

function withoutBoth(field: Field): Field {
  if (field.id !== 'cert_kind') return field;
  return { ...field, options: (field.options ?? []).filter(({ value }) => value !== 'both') };
}
