import { and, eq, like } from 'drizzle-orm';
import { changesBetween } from '../../contract/form-changes';
import type { ServiceForm, ServiceForms } from '../../contract/wire';
import type { ServiceDefinition } from '../../forms/definition';
import type { Database } from '../db/client';
import { services } from '../db/schema/catalogue';
import { type CurrentCatalogue, currentCatalogue, type OfferedService } from './current-catalogue';

export interface WantedForm {
  readonly id: string;
  /** The content already there. */
  readonly tag?: string;
}

export interface FormsQuestion {
  readonly wanted: readonly WantedForm[] | { readonly part: number };
  /** Tag of the option sets already there. */
  readonly setsTag: string | null;
}

/** Forms as they are offered now; of a form already there only what changed, where that is less. What is not offered is left out. */
export async function readForms(db: Database, question: FormsQuestion): Promise<ServiceForms> {
  const catalogue = await currentCatalogue(db);
  const { setsTag, optionSets } = catalogue;
  return {
    setsTag,
    ...(question.setsTag === setsTag ? {} : { optionSets }),
    forms: await formsOf(db, catalogue, question.wanted),
  };
}

async function formsOf(
  db: Database,
  catalogue: CurrentCatalogue,
  wanted: FormsQuestion['wanted'],
): Promise<readonly ServiceForm[]> {
  if ('part' in wanted)
    return catalogue.services.filter(({ entry }) => entry.part === wanted.part).map(wholeForm);
  const byId = new Map(catalogue.services.map((one) => [one.entry.id, one]));
  const forms: ServiceForm[] = [];
  for (const { id, tag } of wanted) {
    const offered = byId.get(id);
    if (!offered) continue;
    const before = tag === undefined ? null : await publishedAs(db, id, tag);
    forms.push(before ? smaller(offered, tag ?? '', before) : wholeForm(offered));
  }
  return forms;
}

const wholeForm = ({ entry, definition }: OfferedService): ServiceForm => ({
  id: entry.id,
  tag: entry.tag,
  definition,
});

function smaller(offered: OfferedService, from: string, before: ServiceDefinition): ServiceForm {
  const { id, tag } = offered.entry;
  const changes = changesBetween(before, offered.definition);
  const isLess = JSON.stringify(changes).length < JSON.stringify(offered.definition).length / 2;
  return isLess ? { id, tag, from, changes } : wholeForm(offered);
}

/** The version this tag names; null when this server never published it. */
async function publishedAs(db: Database, id: string, tag: string): Promise<ServiceDefinition | null> {
  const [, number, hash] = /^(\d{1,7})-([0-9a-f]{7})$/.exec(tag) ?? [];
  if (number === undefined || hash === undefined) return null;
  const [row] = await db
    .select({ definition: services.definition })
    .from(services)
    .where(
      and(eq(services.id, id), eq(services.version, Number(number)), like(services.contentHash, `${hash}%`)),
    );
  return row?.definition ?? null;
}
