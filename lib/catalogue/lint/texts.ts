import type { ServiceDefinition } from '../../forms/definition';
import type { LocalText } from '../../shared/locale';

export interface PlacedText {
  readonly path: string;
  readonly text: LocalText;
  readonly kind: 'label' | 'prose';
}

/** Every text of a definition that a person reads, with its place. */
export function textsOf(definition: ServiceDefinition): readonly PlacedText[] {
  const { name, whoApplies, fee, processingTime, documents, sections, fields } = definition;
  const one = (path: string, text: LocalText | null | undefined, kind: PlacedText['kind']) =>
    text ? [{ path, text, kind }] : [];
  return [
    ...one('name', name, 'label'),
    ...one('whoApplies', whoApplies, 'prose'),
    ...one('fee.basis', fee.basis, 'prose'),
    ...fee.tiers.flatMap(({ when }, i) => one(`fee.tiers[${i}].when`, when, 'label')),
    ...one('processingTime.text', processingTime.text, 'prose'),
    ...documents.flatMap(({ label, conditionText }, i) => [
      ...one(`documents[${i}].label`, label, 'label'),
      ...one(`documents[${i}].conditionText`, conditionText, 'prose'),
    ]),
    ...sections.flatMap(({ title }, i) => one(`sections[${i}].title`, title, 'label')),
    ...fields.flatMap(({ label, help, options = [], type }, i) => [
      // what one declares is a sentence, however it is drawn
      ...one(`fields[${i}].label`, label, type === 'declaration' || type === 'checkbox' ? 'prose' : 'label'),
      ...one(`fields[${i}].help`, help, 'prose'),
      ...options.flatMap((option, j) => one(`fields[${i}].options[${j}].label`, option.label, 'label')),
    ]),
  ];
}
