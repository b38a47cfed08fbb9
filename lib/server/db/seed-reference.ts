import { loadCatalogue } from '../../catalogue/load-catalogue';
import { publishCatalogue } from '../services/publish-catalogue';
import { database } from './client';

/** Publishes the catalogue this version of the app brings along. Doing it again changes nothing. */
export async function seedReference(): Promise<void> {
  await publishCatalogue(database(), loadCatalogue());
}
