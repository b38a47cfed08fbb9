import { learnSome } from '../contract/packing/primed-model';
import { nextTask } from './next-task';

/** Makes ready what packs an application, a slice at a time: all at once would hold a cheap phone for longer than a tap. */
export async function learnPacking(): Promise<void> {
  while (!learnSome()) await nextTask();
}
