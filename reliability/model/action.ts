import type { LineFault } from '../../lib/outbox/testing/fake-line';
import type { StoreFault } from '../store-faults';

/** What the line does to one exchange; `late` also keeps a copy that arrives when nobody waits for it any more. */
export type ModelFault = LineFault | { readonly kind: 'late' };

/** Which of the two contexts on the device: a tab or the worker. */
export type TabIndex = 0 | 1;

/** How many calls of ports a task makes before something else happens. */
interface Begun {
  readonly tab: TabIndex;
  readonly calls: number;
}

/** One thing that can happen at a counter. Every action means something in every world: numbers go round. */
export type Action =
  | (Begun & { readonly do: 'new-draft' })
  | (Begun & { readonly do: 'edit' | 'attach' | 'submit'; readonly n: number })
  | { readonly do: 'submit-twice'; readonly n: number; readonly first: TabIndex }
  | (Begun & { readonly do: 'flush'; readonly hurry: boolean; readonly faults: readonly ModelFault[] })
  | { readonly do: 'step'; readonly task: number; readonly calls: number }
  | { readonly do: 'crash' | 'freeze'; readonly tab: TabIndex }
  | { readonly do: 'evict' | 'publish-form' | 'revoke-device' | 'switch-user' | 'deliver-late' }
  | { readonly do: 'back-up' | 'restore-backup' }
  | { readonly do: 'server-down'; readonly requests: number }
  | { readonly do: 'quota'; readonly nth: number; readonly how: StoreFault }
  | { readonly do: 'clock'; readonly ms: number }
  | { readonly do: 'deploy'; readonly n: number; readonly shape: 'older' | 'newer' }
  | { readonly do: 'decide' | 'refuse' | 'ask-again'; readonly n: number };
