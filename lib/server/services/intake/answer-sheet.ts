import type { ItemProblem, SyncReceipt } from '../../../contract/wire';
import { assert } from '../../../shared/assert';
import type { Result } from '../../../shared/result';
import { log } from '../../log';
import type { RefusedItem } from './quarantine-items';
import type { ItemFailure, ReadItem } from './read-item';

/** An item as sent, under the id that could be read from it. */
export interface NamedItem {
  readonly id: string;
  readonly item: unknown;
}

interface Placed {
  /** Index in the request. */
  readonly place: number;
}

/**
 * The answers of one request by place, so that two items under one id are told apart. Everything refused on the way is
 * remembered for the quarantine.
 */
export function createAnswerSheet(items: readonly NamedItem[]) {
  const byPlace: (SyncReceipt | undefined)[] = items.map(() => undefined);
  const firstPlace = new Map<string, number>();
  const twins: { readonly place: number; readonly of: number }[] = [];
  const refused: RefusedItem[] = [];

  const refuse = (place: number, problem: ItemProblem) => {
    const { id = '', item } = items[place] ?? {};
    byPlace[place] = { id, outcome: 'refused', problem };
    refused.push({ item, submissionId: id, problem });
  };

  return {
    has: (id: string) => byPlace[firstPlace.get(id) ?? -1] !== undefined,
    refusals: (): readonly RefusedItem[] => refused,
    /** Answers the first item of an id. */
    give(id: string, receipt: SyncReceipt): void {
      const place = firstPlace.get(id);
      assert(place !== undefined, 'an answer belongs to an item that was read');
      if (receipt.problem) refuse(place, receipt.problem);
      else byPlace[place] = receipt;
    },
    /** Runs a step on every item; what fails, or throws, is refused and does not go on. */
    async each<I extends Placed, O>(
      todo: readonly I[],
      step: (item: I) => Promise<Result<O, ItemFailure>>,
    ): Promise<readonly (Placed & { readonly value: O })[]> {
      const results = await Promise.all(todo.map((item) => step(item).catch(asDefect)));
      return todo.flatMap(({ place }, index) => {
        const result = results[index];
        if (result?.ok) return [{ place, value: result.value }];
        refuse(place, result?.problem.problem ?? { code: 'internal' });
        return [];
      });
    },
    /** The first item of each id. Others share its answer, or are a conflict when their bytes differ. */
    withoutTwins<I extends Placed & { readonly value: ReadItem }>(read: readonly I[]): readonly I[] {
      const first = new Map<string, I>();
      for (const item of read) {
        const earlier = first.get(item.value.submission.id);
        if (!earlier) first.set(item.value.submission.id, item);
        else if (earlier.value.hash === item.value.hash) twins.push({ place: item.place, of: earlier.place });
        else refuse(item.place, { code: 'conflict' });
      }
      for (const [id, item] of first) firstPlace.set(id, item.place);
      return [...first.values()];
    },
    receipts(): readonly SyncReceipt[] {
      for (const { place, of } of twins) {
        const answer = byPlace[of];
        byPlace[place] = answer?.outcome === 'accepted' ? { ...answer, outcome: 'duplicate' } : answer;
      }
      return byPlace.map((answer) => {
        assert(answer, 'every item has an answer');
        return answer;
      });
    },
  };
}

function asDefect(error: unknown): Result<never, ItemFailure> {
  log.error({ err: error }, 'an item could not be read');
  return { ok: false, problem: { type: 'refused', problem: { code: 'internal' } } };
}
