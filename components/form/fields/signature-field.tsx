'use client';

import PenLine from 'lucide-react/icons/pen-line';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachFailures } from '@/components/attachment/attach-failures';
import { AttachmentBox } from '@/components/attachment/attachment-box';
import { AttachmentTile } from '@/components/attachment/attachment-tile';
import { useAttach } from '@/components/attachment/use-attach';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/attachment';
import { useSpotFiles } from '../use-spot-files';
import type { WidgetProps } from '../widget-props';
import { SignaturePad } from './signature-pad';

/** A signature drawn here, or a photo of a signature or thumb print on paper: whoever cannot write is not sent away. */
export default function SignatureField(props: WidgetProps) {
  const { t } = useTranslation('attachment');
  const { text } = useFormat();
  const { slot, files, onAdded, onRemoved } = useSpotFiles(props);
  const { add, busy, failures } = useAttach(slot, onAdded);
  const [isDrawing, setDrawing] = useState(false);
  const label = text(props.field.label);

  if (files.length > 0) {
    return (
      <ul>
        {files.map((file) => (
          <AttachmentTile key={file.id} file={file} label={label} onRemoved={onRemoved} />
        ))}
      </ul>
    );
  }
  if (isDrawing) {
    return (
      <>
        <SignaturePad label={label} onKeep={(drawn) => void add([[drawn, t('signature.name')]])} />
        {busy > 0 && <p role="status">{t('signature.keeping')}</p>}
        <AttachFailures failures={failures} />
        <Button look="quiet" className="mt-2" onClick={() => setDrawing(false)}>
          {t('signature.thumbInstead')}
        </Button>
      </>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Button
          id={props.id}
          look="secondary"
          icon={PenLine}
          aria-describedby={props.describedBy}
          onClick={() => setDrawing(true)}
        >
          {t('signature.draw')}
        </Button>
      </div>
      <p>{t('signature.orThumb')}</p>
      <AttachmentBox
        slot={slot}
        label={label}
        files={files}
        accept="image"
        multiple={false}
        id={`${props.id}-thumb`}
        describedBy={undefined}
        onAdded={onAdded}
        onRemoved={onRemoved}
      />
    </div>
  );
}
