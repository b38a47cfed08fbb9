import type { Answers } from '../forms/definition';
import type { NewFile } from '../local/dexie-draft-store';
import type { DraftAttachment, DraftContent } from '../local/rows';

/**
 * One change of a draft. `apply` is made again over what another tab wrote meanwhile, so it says what is new and nothing
 * about the rest.
 */
export interface DraftMutation {
  readonly apply: (content: DraftContent) => DraftContent;
  readonly addFiles?: readonly NewFile[];
  readonly removeFiles?: readonly string[];
}

export function answerSet(fieldId: string, answer: Answers[string]): DraftMutation {
  return {
    apply: (content) => {
      const { [fieldId]: before, ...rest } = content.answers;
      if (JSON.stringify(before) === JSON.stringify(answer)) return content;
      const answers = answer === undefined ? rest : { ...rest, [fieldId]: answer };
      return withoutConsent({ ...content, answers });
    },
  };
}

/** Sets a part of the content; null takes it away. */
export function partSet<K extends 'at' | 'consent' | 'fee' | 'moved'>(
  part: K,
  value: DraftContent[K] | null,
): DraftMutation {
  return {
    apply: (content) => {
      const next: { -readonly [P in keyof DraftContent]: DraftContent[P] } = { ...content };
      if (value === null || value === undefined) delete next[part];
      else Object.assign(next, { [part]: value });
      return next;
    },
  };
}

export function fileAttached(attachment: DraftAttachment, key: string, file: NewFile): DraftMutation {
  const { id, slot } = attachment;
  return {
    addFiles: [file],
    apply: (content) =>
      content.attachments.some((one) => one.id === id)
        ? content
        : withoutConsent({
            ...content,
            attachments: [...content.attachments, attachment],
            fileKeys: { ...content.fileKeys, [id]: key },
            answers: withFiles(content.answers, slot, (ids) => [...ids, id]),
          }),
  };
}

export function fileDetached(id: string): DraftMutation {
  return {
    removeFiles: [id],
    apply: (content) => {
      const { [id]: _, ...fileKeys } = content.fileKeys;
      const slot = content.attachments.find((one) => one.id === id)?.slot ?? '';
      return withoutConsent({
        ...content,
        attachments: content.attachments.filter((one) => one.id !== id),
        fileKeys,
        answers: withFiles(content.answers, slot, (ids) => ids.filter((one) => one !== id)),
      });
    },
  };
}

/** Consent was given to what was read out (Personal Data Protection Act 2026): what is changed after it needs it again. */
function withoutConsent({ consent: _, ...content }: DraftContent): DraftContent {
  return content;
}

/** A file in the slot of a field is also its answer; a paper is not. */
function withFiles(
  answers: Answers,
  slot: string,
  change: (ids: readonly string[]) => readonly string[],
): Answers {
  if (!slot.startsWith('field:')) return answers;
  const fieldId = slot.slice('field:'.length);
  const { [fieldId]: before, ...rest } = answers;
  const isFiles = typeof before === 'object' && before !== null && 'attachmentIds' in before;
  const attachmentIds = change(isFiles ? before.attachmentIds : []);
  return attachmentIds.length === 0 ? rest : { ...rest, [fieldId]: { attachmentIds } };
}
