import { LANGUAGES, pictureName, SCREENS } from './camera';
import type { TourStep } from './step';

const WIDTHS = { phone: 240, counter: 640 } as const;

/** The whole of docs/tour.md. */
export function tourPage(steps: readonly TourStep[]): string {
  return [
    '# A tour in pictures',
    '',
    'One birth registration from the counter to the decision, as `npm run tour` found it: the built app on a real server, a real',
    'Chromium, and a line that is really cut. Every person and paper is invented. The first pictures of a step are the 360 × 640',
    'phone, the second the 1366 × 768 counter PC; Bangla is what people see first, English is one tap away. This page is written',
    'by the script; change `scripts/tour/` and run it again.',
    '',
    ...steps.map((step, index) => `${index + 1}. [${step.title}](#${step.id})`),
    '',
    ...steps.flatMap((step, index) => stepPart(step, index + 1)),
  ].join('\n');
}

function stepPart(step: TourStep, n: number): readonly string[] {
  return [
    `<a id="${step.id}"></a>`,
    '',
    `## ${n}. ${step.title} — ${step.label}`,
    '',
    step.caption,
    '',
    ...SCREENS.map(
      ({ name }) => `<p>\n${LANGUAGES.map((language) => picture(step, name, language)).join('\n')}\n</p>\n`,
    ),
  ];
}

function picture(
  step: TourStep,
  screen: (typeof SCREENS)[number]['name'],
  { locale, name }: (typeof LANGUAGES)[number],
): string {
  const alt = `${step.title}, ${screen === 'phone' ? 'phone' : 'counter PC'}, ${name}`;
  return `  <img src="pictures/${pictureName(step, screen, locale)}" width="${WIDTHS[screen]}" alt="${alt}">`;
}
