import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { ServerContext } from '../../server-context';

export const UPLOAD_PATH = '/api/v1/attachments';

/** Phones are off line for weeks: what they began stays this long. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** So long the notes of an upload may still be on their way to the disk: another client may be beginning it. */
const WRITING_MS = 2_000;

export interface UploadStore {
  /** Answers a tus request that was let through. */
  handle(request: Request): Promise<Response>;
  /** Bytes that arrived so far; null when nothing was begun. */
  received(id: string): Promise<number | null>;
  filePath(id: string): string;
  forget(id: string): Promise<void>;
  sweep(): Promise<number>;
}

/**
 * `whenWhole` is called with an upload's id when its last byte came with a PATCH; what it throws becomes the answer. One
 * that came whole with its creation is settled by whoever asked for that.
 */
export function openUploadStore(
  { config }: ServerContext,
  nameUpload: (request: Request) => string,
  whenWhole: (request: Request, id: string) => Promise<void>,
): UploadStore {
  const directory = path.join(config.dataDir, 'uploads');
  const tus = new Server({
    path: UPLOAD_PATH,
    datastore: new FileStore({ directory, expirationPeriodInMilliseconds: KEPT_MS }),
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: (request) => nameUpload(request as unknown as Request),
    onUploadFinish: async (request, upload) => {
      // Behind a creation the library still looks for the upload: whoever created it settles it after that.
      if (request.method !== 'POST') await whenWhole(request as unknown as Request, upload.id);
      return {};
    },
  });
  const filePath = (id: string) => path.join(directory, id);
  async function forget(id: string): Promise<void> {
    await rm(`${filePath(id)}.json`, { force: true });
    await rm(filePath(id), { force: true });
  }
  return {
    handle: (request) => tus.handleWeb(request),
    async received(id) {
      try {
        const [{ size, mtimeMs }, notes] = await Promise.all([
          stat(filePath(id)),
          readFile(`${filePath(id)}.json`, 'utf8'),
        ]);
        if (isJson(notes) || Date.now() - mtimeMs < WRITING_MS) return size;
        // Begun on a full disk, its notes are empty or half: nobody could ever go on with it.
        await forget(id);
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    filePath,
    forget,
    async sweep() {
      // The store makes its folder in its own time, and the first sweep comes with the first start.
      await mkdir(directory, { recursive: true });
      return tus.cleanUpExpiredUploads();
    },
  };
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
