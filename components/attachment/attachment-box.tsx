'use client';

import Camera from 'lucide-react/icons/camera';
import FileUp from 'lucide-react/icons/file-up';
import dynamic from 'next/dynamic';
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAttachment } from '@/lib/browser/api';
import { useStorage } from '@/lib/browser/use-storage';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/attachment';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { AttachFailures } from './attach-failures';
import { AttachmentTile } from './attachment-tile';
import { useAttach } from './use-attach';

const CameraDialog = dynamic(() => import('./camera-dialog'), { ssr: false });

const IMAGES = 'image/jpeg,image/png,image/webp,image/*';

export interface AttachmentBoxProps {
  readonly slot: string;
  readonly label: string;
  readonly files: readonly DraftAttachment[];
  readonly accept: 'image' | 'any';
  /** More than one file: pages of a paper. */
  readonly multiple: boolean;
  readonly id: string;
  readonly describedBy: string | undefined;
  /** Which camera of a phone: the one on the back for papers, the front one for a person's own picture. */
  readonly facing?: 'environment' | 'user';
  readonly onAdded?: (file: DraftAttachment) => void;
  readonly onRemoved?: (file: DraftAttachment) => void;
}

/** Files of one slot: take a photo, choose, drop or paste; see them, take them out. */
export function AttachmentBox(props: AttachmentBoxProps) {
  const { slot, label, files, accept, multiple, facing = 'environment' } = props;
  const { t } = useTranslation('attachment');
  const { digits } = useFormat();
  const { add, busy, failures } = useAttach(slot, props.onAdded);
  const [isCameraOpen, setCameraOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const captureInput = useRef<HTMLInputElement>(null);
  const { filesStop } = useStorage();
  const isFull = !multiple && files.length > 0;

  const take = (list: FileList | null | undefined) => {
    const picked = [...(list ?? [])].map((file) => [file, file.name || label] as const);
    if (picked.length > 0) void add(multiple ? picked : picked.slice(0, 1));
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    // The same file can be chosen again after it was taken out.
    event.target.value = '';
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0 || isFull) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isFull) take(event.dataTransfer.files);
  };
  const openCamera = () => {
    // A phone's own camera app is better than a picture in a page.
    if (window.matchMedia('(pointer: coarse)').matches) captureInput.current?.click();
    else setCameraOpen(true);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are extra ways; the buttons inside do the same
    <div
      onPaste={paste}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      className={`flex flex-col gap-3 rounded-xl border-2 border-dashed p-3 ${isOver ? 'border-leaf bg-leaf-soft' : 'border-line'}`}
    >
      {files.length > 0 && (
        <ul className="flex flex-col gap-2">
          {files.map((file) => (
            <AttachmentTile
              key={file.id}
              file={file}
              label={label}
              {...(props.onRemoved ? { onRemoved: props.onRemoved } : {})}
            />
          ))}
        </ul>
      )}
      {busy > 0 && <p role="status">{t('adding', { n: digits(String(busy)), count: busy })}</p>}
      <AttachFailures failures={failures} />
      {!isFull && filesStop && (
        <Notice tone="need" live="polite" title={t('full.title')}>
          {t('problem.storage-full')}
        </Notice>
      )}
      {!isFull && !filesStop && (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            id={props.id}
            look="secondary"
            icon={Camera}
            aria-describedby={props.describedBy}
            onClick={openCamera}
          >
            {files.length > 0 ? t('takeAnother') : t('take')}
          </Button>
          <Button look="secondary" icon={FileUp} onClick={() => fileInput.current?.click()}>
            {t('choose')}
          </Button>
          <p className="hidden text-sm text-ink-soft lg:block">{t('dropOrPaste')}</p>
        </div>
      )}
      <input
        ref={fileInput}
        type="file"
        hidden
        accept={accept === 'image' ? IMAGES : `${IMAGES},application/pdf`}
        multiple={multiple}
        aria-label={label}
        onChange={choose}
      />
      <input
        ref={captureInput}
        type="file"
        hidden
        accept="image/*"
        capture={facing}
        aria-label={label}
        onChange={choose}
      />
      {isCameraOpen && (
        <CameraDialog
          title={label}
          onClose={() => setCameraOpen(false)}
          onPhoto={(photo) => {
            setCameraOpen(false);
            void add([[photo, label]]);
          }}
        />
      )}
    </div>
  );
}
