import type { CompactGroup, CompactMore, CompactRow } from './compact-group';
import { countOf, expandRow } from './expand-row';
import { isSameJson } from './is-same-json';
import { shortHex, shortId } from './short-hex';
import { wireSubmissionSchema } from './submission-schema';
import { parseTrackingCode } from './tracking-code';
import type { WireSubmission } from './wire';

/** A group while it grows. */
type Growing = Omit<CompactGroup, 'rows'> & { readonly rows: CompactRow[] };

/**
 * The submissions in the form of protocol 2: neighbours that share a session are one group; whatever would not come out
 * of it again exactly as it is goes whole. `expandSubmissions` undoes it, order included.
 */
export function compactSubmissions(
  submissions: readonly WireSubmission[],
): readonly (CompactGroup | WireSubmission)[] {
  const compact = createCompactor();
  for (const submission of submissions) compact.add(submission);
  return compact.out;
}

/** The same one after the other, for whoever has to do something else between two. */
export function createCompactor(): {
  add(submission: WireSubmission): void;
  readonly out: readonly (CompactGroup | WireSubmission)[];
} {
  const out: (CompactGroup | WireSubmission)[] = [];
  let last: Growing | undefined;
  return {
    out,
    add(submission) {
      const alone = groupOf(submission);
      if (alone && last && isOfGroup(last, alone) && addRow(last, submission)) return;
      last = alone && addRow(alone, submission) ? alone : undefined;
      out.push(last ?? submission);
    },
  };
}

/** A group for this one, still empty; undefined when it does not fit into any, as a damaged or a strange one. */
function groupOf(submission: WireSubmission): Growing | undefined {
  if (!wireSubmissionSchema.safeParse(submission).success) return undefined;
  const { serviceId, serviceVersion, trackingCode, queuedAt } = submission;
  const { kid, enc, z, n } = submission.sealed;
  const code = parseTrackingCode(trackingCode);
  if (!code.ok) return undefined;
  return {
    service: [serviceId, serviceVersion],
    seal: n === undefined ? [kid, enc, z] : [kid, enc, z, n],
    code: [code.value.device, countOf(code.value.counter)],
    at: Date.parse(queuedAt),
    rows: [],
  };
}

/** False when it would come out of the group as another submission: then it is not in it. */
function addRow(group: Growing, submission: WireSubmission): boolean {
  const row = rowIn(group, submission);
  if (row) group.rows.push(row);
  return row !== undefined;
}

function isOfGroup(a: CompactGroup, b: CompactGroup): boolean {
  const [kid, enc, z, n] = a.seal;
  return (
    isSameJson(a.service, b.service) &&
    isSameJson([kid, enc, z], b.seal.slice(0, 3)) &&
    // What was sealed by itself shares nothing with its neighbour.
    n !== undefined &&
    b.seal[3] !== undefined &&
    a.code[0] === b.code[0]
  );
}

/** The next row of a group; undefined when it would come out of it as another submission. */
function rowIn(group: CompactGroup, submission: WireSubmission): CompactRow | undefined {
  const index = group.rows.length;
  const { id, trackingCode, queuedAt, sealed, attachments, supersedes } = submission;
  const code = parseTrackingCode(trackingCode);
  const counter = code.ok ? countOf(code.value.counter) : Number.NaN;
  const c = counter - group.code[1] - index;
  const n = (sealed.n ?? 0) - (group.seal[3] ?? 0) - index;
  const more: CompactMore = {
    ...(c !== 0 && { c }),
    ...(sealed.n !== undefined && n !== 0 && { n }),
    ...(attachments.length > 0 && {
      f: attachments.map((file) => [
        shortId(file.id),
        file.slot,
        shortHex(file.sha256),
        file.bytes,
        file.mediaType,
      ]),
    }),
    ...(supersedes !== undefined && { s: shortId(supersedes) }),
  };
  const plain = [shortId(id) + sealed.ct, Date.parse(queuedAt) - group.at] as const;
  const row: CompactRow = Object.keys(more).length === 0 ? plain : [...plain, more];
  return isSameJson(expandRow(group, row, index), submission) ? row : undefined;
}
