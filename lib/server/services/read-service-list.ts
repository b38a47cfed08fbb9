import { eq } from 'drizzle-orm';
import type { ServiceList } from '../../contract/wire';
import type { Database } from '../db/client';
import { catalogueVersions } from '../db/schema/catalogue';
import { currentCatalogue } from './current-catalogue';

export interface ListQuestion {
  readonly since: number;
  /** Tag of the agencies already there. */
  readonly agenciesTag: string | null;
  /** ETags of what is already there. */
  readonly known: readonly string[];
}

/** `list: null`: whoever asks has it. */
export interface ListAnswer {
  readonly etag: string;
  readonly list: ServiceList | null;
}

/** What is new in the list for whoever asks. Everything, when this server does not know the version that is there: it was restored. */
export async function readServiceList(db: Database, question: ListQuestion): Promise<ListAnswer> {
  const { head, agencies, agenciesTag, services, removed } = await currentCatalogue(db);
  const etag = etagOf(head);
  if (question.known.includes(etag)) return { etag, list: null };
  const since = (await isOurs(db, question)) ? question.since : 0;
  return {
    etag,
    list: {
      version: head.version,
      since,
      agenciesTag,
      ...(question.agenciesTag === agenciesTag ? {} : { agencies }),
      services: services.filter(({ changedIn }) => changedIn > since).map(({ entry }) => entry),
      removed: since === 0 ? [] : removed.filter(({ changedIn }) => changedIn > since).map(({ id }) => id),
    },
  };
}

async function isOurs(db: Database, { since, known }: ListQuestion): Promise<boolean> {
  if (since === 0) return false;
  const [row] = await db
    .select({ version: catalogueVersions.version, hash: catalogueVersions.contentHash })
    .from(catalogueVersions)
    .where(eq(catalogueVersions.version, since));
  return row !== undefined && known.includes(etagOf(row));
}

const etagOf = ({ version, hash }: { version: number; hash: string }) => `"l${version}.${hash.slice(0, 16)}"`;
