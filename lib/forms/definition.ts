import type { LocalText } from '../shared/locale';

/** The closed list of field kinds. To add one see CONTRIBUTING.md. */
export type FieldType =
  | 'text'
  | 'textBn'
  | 'textEn'
  | 'nid'
  | 'brn'
  | 'phone'
  | 'email'
  | 'date'
  | 'number'
  | 'money'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'address'
  | 'photo'
  | 'document'
  | 'signature'
  | 'declaration';

/** `field` may be another field's id or the virtual `age` (whole years) or `ageDays`, counted from `ageFrom` to today. */
export interface Condition {
  readonly field: string;
  readonly op: 'eq' | 'ne' | 'in' | 'contains' | 'present' | 'lt' | 'gte';
  readonly value: string | number | boolean | readonly string[];
}
/** One condition, or several that must all (`all`) or at least once (`any`) hold. */
export type Rule = Condition | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] };

export interface Option {
  readonly value: string;
  readonly label: LocalText;
}

/** Limits of one field. Dates take `today`, `today+90d` or an ISO date. `soft` turns a breach into a warning. */
export interface FieldRules {
  readonly min?: number | string;
  readonly max?: number | string;
  readonly minField?: string;
  readonly maxField?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly upper?: boolean;
  readonly noDots?: boolean;
  readonly luhn?: boolean;
  readonly decimals?: number;
  readonly minAge?: number;
  readonly minAgeBySex?: Readonly<Record<string, number>>;
  readonly sumTo?: number;
  readonly dpiMin?: number;
  readonly maxMB?: number;
  readonly soft?: boolean;
}

export interface Field {
  readonly id: string;
  readonly type: FieldType;
  readonly section: string;
  readonly label: LocalText;
  readonly help?: LocalText;
  readonly required: boolean;
  readonly showIf?: Rule;
  readonly requiredIf?: Rule;
  /** Fields that share this key: at least one visible one must be filled. */
  readonly oneOf?: string;
  readonly options?: readonly Option[];
  readonly optionSet?: string;
  readonly multiple?: boolean;
  readonly default?: string;
  readonly rules?: FieldRules;
  /** Levels of an address that are asked; absent = all six. */
  readonly levels?: readonly string[];
  readonly withPost?: boolean;
  readonly repeat?: boolean;
  readonly repeatPer?: string;
  readonly readonly?: boolean;
  readonly sensitive?: boolean;
  readonly note?: string;
}

export interface Section {
  readonly id: string;
  readonly title: LocalText;
}

/** A paper the citizen has to bring. Uploaded into slot `doc:<id>`. */
export interface DocumentRequirement {
  readonly id: string;
  readonly label: LocalText;
  readonly required: boolean;
  /** When it is needed, as a rule the engine can evaluate; absent = always. */
  readonly neededIf?: Rule;
  /** The source's condition in words, shown when it cannot be evaluated. */
  readonly conditionText?: LocalText;
}

export interface FeeTier {
  readonly when: LocalText;
  /** Whole taka; null = not known. */
  readonly bdt: number | null;
  readonly appliesIf?: Rule;
  readonly note?: string;
}

/** One immutable version of a service, complete: what a counter shows, asks and sends. */
export interface ServiceDefinition {
  readonly id: string;
  readonly version: number;
  readonly agency: string;
  readonly category: string;
  readonly name: LocalText;
  readonly flagship: boolean;
  readonly confirmed: boolean;
  readonly whoApplies: LocalText;
  readonly channel: string;
  readonly fee: {
    readonly bdt: number | null;
    readonly basis: LocalText;
    readonly tiers: readonly FeeTier[];
  };
  readonly processingTime: { readonly text: LocalText | null; readonly basis: string };
  readonly serviceChargeNote: string;
  /** Steps that no centre can do: the person goes themselves (fingerprints, a hearing, a test), each with where. */
  readonly inPerson?: readonly LocalText[];
  readonly documents: readonly DocumentRequirement[];
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  /** Which field the virtual `age` is computed from; absent = no age. */
  readonly ageFrom?: string;
  /** Field ids, best first, that name the citizen in lists (masked); parts of one name are joined with `+`. */
  readonly nameFields: readonly string[];
  /** Search words beyond the names: synonyms, Banglish. */
  readonly keywords: readonly string[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

export type OptionSets = Readonly<Record<string, readonly Option[]>>;

/** Ids of places; text below the union is typed. Levels beyond the field's `levels` are absent. */
export interface AddressAnswer {
  readonly division?: string;
  readonly district?: string;
  readonly upazila?: string;
  readonly union?: string;
  readonly ward?: string;
  readonly village?: string;
  readonly postOffice?: string;
  readonly postCode?: string;
  readonly holdingNo?: string;
  readonly road?: string;
}

/** Files are answered by the ids of their attachments. */
export interface FileAnswer {
  readonly attachmentIds: readonly string[];
}

/** What a field can hold. Numbers and money are decimal strings in ASCII digits; dates are YYYY-MM-DD; a
 *  declaration or a checkbox without options is true/false; repeated fields lie in rows under a key of their group
 *  (row-groups.ts), where a file is the id of one attachment. */
export type Answer = string | boolean | readonly string[] | AddressAnswer | FileAnswer | readonly AnswerRow[];
export type AnswerRow = Readonly<Record<string, string | boolean>>;
export type Answers = Readonly<Record<string, Answer | undefined>>;
