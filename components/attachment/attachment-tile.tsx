'use client';

import FileText from 'lucide-react/icons/file-text';
import ImageOff from 'lucide-react/icons/image-off';
import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAttachment } from '@/lib/browser/api';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/attachment';
import { useFormDesk } from '../form/form-context';
import { Button } from '../ui/button';
import { sizeWords } from './size-words';
import { useObjectUrl } from './use-object-url';

export interface AttachmentTileProps {
  readonly file: DraftAttachment;
  /** What the file shows, for those who cannot see it. */
  readonly label: string;
  readonly onRemoved?: (file: DraftAttachment) => void;
}

/** One file: a small picture, its name and size, and the way to take it out again. */
export function AttachmentTile({ file, label, onRemoved }: AttachmentTileProps) {
  const { t } = useTranslation('attachment');
  const { digits } = useFormat();
  const { detach } = useFormDesk();
  const { key, n } = sizeWords(file.bytes);
  const remove = async () => {
    await detach(file.id);
    onRemoved?.(file);
  };
  return (
    <li className="flex items-center gap-3 rounded-xl border border-line bg-paper p-2">
      <Thumbnail file={file} label={label} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{file.name}</p>
        <p className="text-sm text-ink-soft">{t(key, { n: digits(n) })}</p>
      </div>
      <Button
        look="quiet"
        icon={Trash2}
        onClick={() => void remove()}
        aria-label={t('removeNamed', { name: file.name })}
      >
        <span className="max-sm:sr-only">{t('remove')}</span>
      </Button>
    </li>
  );
}

function Thumbnail({ file, label }: { readonly file: DraftAttachment; readonly label: string }) {
  const { t } = useTranslation('attachment');
  const { openFile } = useFormDesk();
  const [blob, setBlob] = useState<Blob | null>(null);
  const [isDamaged, setDamaged] = useState(false);
  const url = useObjectUrl(blob);
  const isPicture = file.mediaType !== 'application/pdf';

  useEffect(() => {
    if (!isPicture) return;
    let gone = false;
    void openFile(file.id).then((opened) => {
      if (gone) return;
      setBlob(opened);
      setDamaged(opened === null);
    });
    return () => {
      gone = true;
    };
  }, [file.id, isPicture, openFile]);

  const frame = 'grid size-16 shrink-0 place-items-center overflow-hidden rounded-lg bg-ground text-ink-soft';
  if (isDamaged)
    return (
      <span className={frame} role="img" aria-label={t('damaged')}>
        <ImageOff aria-hidden size={28} />
      </span>
    );
  return (
    <span className={frame}>
      {url ? (
        <img src={url} alt={label} className="size-16 object-cover" />
      ) : (
        <FileText aria-hidden size={28} />
      )}
    </span>
  );
}
