'use client';

import { type ClipboardEvent, type FocusEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '@/components/ui/text-input';
import { isIsoDate } from '@/lib/forms/iso-date';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { answerToParts, type DateParts, isBoxFull, partsFromText, partsToAnswer } from '../date-parts';
import type { WidgetProps } from '../widget-props';

const BOXES = ['day', 'month', 'year'] as const;
type Box = (typeof BOXES)[number];
const WIDTHS: Readonly<Record<Box, string>> = {
  day: 'max-w-20 flex-2',
  month: 'max-w-20 flex-2',
  year: 'max-w-28 flex-3',
};

/** Day, month, year in three boxes, either digit system. A whole date pasted into any box fills all three; what is no
 *  date stays as typed. Below stands the date in words, so that a slip of a digit is seen. */
export function DateField(props: WidgetProps) {
  const { t } = useTranslation('form');
  const { date, digits } = useFormat();
  const [typed, setTyped] = useState<DateParts | null>(null);
  const inputs = useRef<Partial<Record<Box, HTMLInputElement | null>>>({});
  const stored = answerToParts(props.answer);
  const shown = typed ?? { day: digits(stored.day), month: digits(stored.month), year: digits(stored.year) };

  const take = (parts: DateParts) => {
    setTyped(parts);
    props.onAnswer(partsToAnswer(parts));
  };
  const type = (box: Box, text: string) => {
    const whole = partsFromText(text);
    if (whole) return take(whole);
    const isGoingOn = /[-/. ]$/.test(text);
    const kept = isGoingOn ? text.slice(0, -1) : text;
    take({ ...shown, [box]: kept });
    const isLonger = kept.length > shown[box].length;
    if (box !== 'year' && (isGoingOn || (isLonger && isBoxFull(box, kept)))) next(box)?.select();
  };
  const next = (box: Box) => inputs.current[BOXES[BOXES.indexOf(box) + 1] ?? 'year'];
  const paste = (event: ClipboardEvent) => {
    const whole = partsFromText(event.clipboardData.getData('text'));
    if (!whole) return;
    event.preventDefault();
    take(whole);
  };
  const leave = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setTyped(null);
    props.onLeave();
  };

  const boxId = (box: Box) => (box === 'day' ? props.id : `${props.id}-${box}`);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the keyboard left all three boxes
    <div onBlur={leave}>
      <div className="flex gap-2">
        {BOXES.map((box) => (
          <div key={box} className={`min-w-0 ${WIDTHS[box]}`}>
            <label htmlFor={boxId(box)} className="block h-7 text-sm leading-7 text-ink-soft">
              {t(`date.${box}`)}
            </label>
            <TextInput
              ref={(input) => {
                inputs.current[box] = input;
              }}
              id={boxId(box)}
              inputMode="numeric"
              value={shown[box]}
              invalid={props.invalid}
              readOnly={props.field.readonly}
              aria-describedby={props.describedBy}
              aria-required={props.required || undefined}
              onChange={(event) => type(box, event.target.value)}
              onPaste={paste}
            />
          </div>
        ))}
      </div>
      {typeof props.answer === 'string' && isIsoDate(props.answer) && (
        <p className="mt-1 text-ink-soft">{date(props.answer)}</p>
      )}
    </div>
  );
}
