'use client';

import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerInWords } from '@/components/review/answer-words';
import { useAnswerWords } from '@/components/review/use-answer-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { MovedAnswers } from '@/lib/browser/api';
import { useDraftSession } from '@/lib/browser/use-draft';
import { rowGroupsOf } from '@/lib/forms/row-groups';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/moved';
import { controlId } from './spot';
import type { FormScreen } from './use-form-screen';

interface MovedAnswersProps {
  readonly screen: FormScreen;
  readonly moved: MovedAnswers;
}

/** Said once, on top of a draft that was carried over: which answers need the person, and which have no place any more. */
export function MovedAnswersNotice({ screen, moved }: MovedAnswersProps) {
  const { t } = useTranslation('moved');
  const { number } = useFormat();
  const session = useDraftSession(screen.draftId);
  const ref = useRef<HTMLDivElement>(null);
  const { setAside, needAttention } = moved;
  // An answer whose choice is gone is set aside and asked for anew: one question all the same.
  const count = new Set([...setAside.map(({ pointer }) => pointer.split('/')[1]), ...needAttention]).size;
  useEffect(() => {
    // It comes a moment after the page: a person who types already is left alone.
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Notice
      ref={ref}
      tone={count > 0 ? 'need' : 'done'}
      title={count > 0 ? t('title', { n: number(count), count }) : t('nothing')}
      action={
        <Button look="secondary" onClick={() => session.get().understandMove()}>
          {t('understood')}
        </Button>
      }
    >
      {needAttention.length > 0 && <ToFill screen={screen} keys={needAttention} />}
      {setAside.length > 0 && <SetAsideList moved={moved} />}
    </Notice>
  );
}

function ToFill({ screen, keys }: { readonly screen: FormScreen; readonly keys: readonly string[] }) {
  const { t } = useTranslation('moved');
  const { text } = useFormat();
  const { definition } = screen.store;
  const nameOf = (key: string) => {
    const field = definition.fields.find(({ id }) => id === key);
    if (field) return text(field.label);
    const group = rowGroupsOf(definition).find((one) => one.key === key);
    const section = definition.sections.find(({ id }) => id === group?.fields[0]?.section);
    return section ? t('rows', { title: text(section.title) }) : t('unnamed');
  };
  const go = (event: MouseEvent, pointer: string) => {
    event.preventDefault();
    screen.goToField(pointer);
  };
  return (
    <>
      <p>{t('ask')}</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {keys.map((key) => (
          <li key={key}>
            <a
              href={`#${controlId(`/${key}`)}`}
              className="block py-1 font-semibold text-need"
              onClick={(event) => go(event, `/${key}`)}
            >
              {nameOf(key)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function SetAsideList({ moved }: { readonly moved: MovedAnswers }) {
  const { t } = useTranslation('moved');
  const { text } = useFormat();
  const words = useAnswerWords({}, {});
  return (
    <>
      <p className="mt-2">{t('aside')}</p>
      <dl className="mt-1 flex flex-col gap-2">
        {moved.setAside.map(({ pointer, field, value, reason }) => (
          <div key={pointer}>
            <dt className="text-sm text-ink-soft">
              {field ? text(field.label) : t('unnamed')} ({t(`reason.${reason}`)})
            </dt>
            <dd className="font-semibold">
              {(field && answerInWords(field, value, words)) ?? JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
