import type { OpenDraft } from '@/components/form/draft-gate';
import type { DraftHandle } from '@/lib/browser/api';
import { useDraft } from '@/lib/browser/use-draft';

/** An open draft with everything it holds now: what is read back, consented to and queued. */
export type ReviewedDraft = DraftHandle & OpenDraft;

export function useReviewedDraft({ id, definition }: OpenDraft): ReviewedDraft {
  return { ...useDraft(id), definition };
}
