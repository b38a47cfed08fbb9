import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextArea } from '@/components/ui/text-input';
import '@/lib/i18n/namespaces/carry';

export interface PasteTextProps {
  readonly busy: boolean;
  readonly onText: (text: string) => void;
}

/** The way in for a phone without a camera: the application as text, out of a message. */
export function PasteText({ busy, onText }: PasteTextProps) {
  const { t } = useTranslation('carry');
  const [text, setText] = useState('');
  const id = useId();
  return (
    <Disclosure summary={t('take.paste')}>
      <label htmlFor={id} className="mb-1 block">
        {t('take.pasteLabel')}
      </label>
      <TextArea
        id={id}
        value={text}
        spellCheck={false}
        className="font-mono text-sm"
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        look="secondary"
        className="mt-3"
        busy={busy}
        disabled={text.trim() === ''}
        onClick={() => {
          onText(text);
          setText('');
        }}
      >
        {t('take.pasteAction')}
      </Button>
    </Disclosure>
  );
}
