/** Languages every visible word exists in. Bangla comes first everywhere. */
export type Locale = 'bn' | 'en';

/** One text in both languages, as services and places carry it. */
export interface LocalText {
  readonly bn: string;
  readonly en: string;
}
