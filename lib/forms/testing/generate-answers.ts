import type { Chance } from '../../shared/clock';
import { ADDRESS_KEYS, isFileType } from '../answer-shape';
import type { AttachmentFact } from '../checks/check';
import type {
  AddressAnswer,
  Answer,
  AnswerRow,
  Answers,
  Field,
  OptionSets,
  ServiceDefinition,
} from '../definition';
import { documentNeeds } from '../documents';
import { isAsked } from '../normalise-answer';
import { groupKeyOf, type RowGroup, rowGroupsOf, rowsOf } from '../row-groups';
import { submittableAnswers } from '../submittable-answers';
import { createFormView } from '../visibility';
import { digitsOf, wholeBetween } from './chance';
import { generateValue } from './generate-value';

export interface GeneratedAnswers {
  /** Valid, normalised, exactly what would be sent. */
  readonly answers: Answers;
  /** A file for every file field that is answered and every paper that is or may be needed. */
  readonly attachments: readonly (AttachmentFact & { readonly bytes: number; readonly mediaType: string })[];
}

export interface GenerateInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  /** From `seededChance`, so that a run can be repeated. */
  readonly chance: Chance;
  readonly today: string;
  /** Share of optional fields that are filled in, 0 to 1. */
  readonly fullness?: number;
  /** A real address where the places matter; parts that a field does not ask for are cut. */
  readonly address?: AddressAnswer;
}

const SOMEWHERE: AddressAnswer = {
  division: '50',
  district: '5010',
  upazila: '501088',
  union: '50108811',
  ward: '4',
  village: 'চর কাশিমপুর',
  postOffice: 'কাশিমপুর',
  postCode: '5840',
  holdingNo: '12/3',
  road: 'বাজার রোড',
};

/** A right set of answers for any definition that `parseDefinition` accepts and whose conditions people can meet. */
export function generateAnswers(input: GenerateInput): GeneratedAnswers {
  const { definition, today, chance, fullness = 0.6 } = input;
  const answers: Record<string, Answer> = {};
  const files: { id: string; slot: string; bytes: number; mediaType: string }[] = [];
  const wants = (field: Field) =>
    field.required || field.requiredIf !== undefined || field.oneOf !== undefined || chance() < fullness;
  const attach = (slot: string): string => {
    const id = `${digitsOf(chance, 8)}-${digitsOf(chance, 4)}-4${digitsOf(chance, 3)}-8${digitsOf(chance, 3)}-${digitsOf(chance, 12)}`;
    files.push({ id, slot, bytes: wholeBetween(chance, 20_000, 250_000), mediaType: 'image/jpeg' });
    return id;
  };
  const fill = (field: Field, into: Record<string, Answer>, inRow: boolean): void => {
    if (Object.hasOwn(into, field.id) || field.readonly) return;
    for (const id of [field.rules?.minField, field.rules?.maxField]) {
      const first = definition.fields.find(
        (one) => one.id === id && one !== field && (groupKeyOf(one) !== null) === inRow,
      );
      if (first) fill(first, into, inRow);
    }
    if (!wants(field)) return;
    if (isFileType(field.type)) {
      const id = attach(`field:${field.id}`);
      into[field.id] = inRow ? id : { attachmentIds: [id] };
    } else if (field.type === 'address') into[field.id] = addressFor(field, input.address ?? SOMEWHERE);
    else into[field.id] = generateValue(field, { ...input, other: (id) => into[id] ?? answers[id] });
  };
  for (const field of definition.fields) if (groupKeyOf(field) === null) fill(field, answers, false);
  for (const group of rowGroupsOf(definition)) answers[group.key] = rowsFor(group, answers, chance, fill);
  const view = createFormView(definition, answers, today);
  for (const { document, need } of documentNeeds(view))
    if (need === 'needed' || need === 'unknown') attach(`doc:${document.id}`);
  const sent = submittableAnswers({ definition, answers, attachments: files, today });
  const named = new Set(JSON.stringify(sent.answers).match(/[0-9-]{36}/g) ?? []);
  const isKept = ({ id, slot }: AttachmentFact) =>
    sent.attachmentIds.includes(id) && (slot.startsWith('doc:') || named.has(id));
  return { answers: sent.answers, attachments: files.filter(isKept) };
}

function rowsFor(
  group: RowGroup,
  answers: Answers,
  chance: Chance,
  fill: (field: Field, into: Record<string, Answer>, inRow: boolean) => void,
): readonly AnswerRow[] {
  const blank =
    group.per === undefined
      ? Array.from({ length: wholeBetween(chance, 1, 3) }, () => ({}))
      : rowsOf(group, answers);
  return blank.map((start, _at, all) => {
    const row: Record<string, Answer> = { ...start };
    for (const field of group.fields) {
      const sum = field.rules?.sumTo;
      if (sum === undefined) fill(field, row, true);
      // Half, and the rest in equal parts: exact in binary for one to three rows.
      else row[field.id] = String(all.length === 1 ? sum : _at === 0 ? sum / 2 : sum / 2 / (all.length - 1));
    }
    return row as AnswerRow;
  });
}

function addressFor(field: Field, full: AddressAnswer): AddressAnswer {
  return Object.fromEntries(
    ADDRESS_KEYS.filter((key) => isAsked(field, key) && full[key] !== undefined).map((key) => [
      key,
      full[key] ?? '',
    ]),
  );
}
