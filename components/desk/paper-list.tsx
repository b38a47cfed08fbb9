import FileText from 'lucide-react/icons/file-text';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { openCaseFile } from '@/lib/browser/desk';
import type { DeskCase } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/desk';
import { useFormat } from '@/lib/i18n/use-format';
import { numberFiles } from './number-files';

type Paper = DeskCase['attachments'][number];

/** The papers of a case. Pictures are shown when asked for; a PDF is handed to the device, never drawn inside this page. */
export function PaperList({ case: deskCase }: { readonly case: DeskCase }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const nameOf = (slot: string) => {
    const [kind, id] = slot.split(':');
    const found =
      kind === 'doc'
        ? deskCase.definition.documents.find((one) => one.id === id)
        : deskCase.definition.fields.find((one) => one.id === id);
    return found ? format.digits(format.text(found.label)) : slot;
  };
  const papers = numberFiles(deskCase.attachments).map(({ paper, number }) => {
    const name = nameOf(paper.slot);
    return { paper, name: number === null ? name : t('paper.file', { name, n: format.number(number) }) };
  });
  return (
    <Card>
      <h2 className="text-xl font-semibold">{t('papers')}</h2>
      {deskCase.attachments.length === 0 && <p className="mt-2 text-ink-soft">{t('papers.none')}</p>}
      <ul className="mt-3 flex flex-col gap-4">
        {papers.map(({ paper, name }) => (
          <li key={paper.id} className="border-t border-line pt-3 first:border-0 first:pt-0">
            <p className="font-semibold">{name}</p>
            {paper.state === 'stored' ? (
              <PaperView caseId={deskCase.id} paper={paper} name={name} />
            ) : (
              <p className={paper.state === 'waiting' ? 'text-wait' : 'text-need'}>
                {t(`paper.${paper.state}`)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PaperView({ caseId, paper, name }: { caseId: string; paper: Paper; name: string }) {
  const { t } = useTranslation('desk');
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const isPicture = paper.mediaType !== 'application/pdf';
  useEffect(() => () => void (url !== null && URL.revokeObjectURL(url)), [url]);

  const open = async () => {
    setBusy(true);
    const answer = await openCaseFile(caseId, paper.id);
    setBusy(false);
    setFailed(!answer.ok);
    if (answer.ok) setUrl(URL.createObjectURL(answer.value));
  };

  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      {url === null && (
        <Button
          look="secondary"
          icon={FileText}
          busy={busy}
          aria-label={t('paper.openNamed', { name })}
          onClick={() => void open()}
        >
          {t('paper.open')}
        </Button>
      )}
      {failed && (
        <p role="alert" className="text-need">
          {t('paper.failed')}
        </p>
      )}
      {url !== null && isPicture && (
        <img src={url} alt={name} className="max-h-[70vh] max-w-full rounded-lg border border-line" />
      )}
      {url !== null && (
        <a
          href={url}
          download={`${paper.id}.${paper.mediaType.split('/')[1]}`}
          aria-label={t('paper.downloadNamed', { name })}
          className="inline-flex min-h-touch items-center font-semibold text-leaf underline"
        >
          {t('paper.download')}
        </a>
      )}
    </div>
  );
}
