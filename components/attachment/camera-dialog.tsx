'use client';

import Camera from 'lucide-react/icons/camera';
import Check from 'lucide-react/icons/check';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import '@/lib/i18n/namespaces/attachment';
import { useCamera } from './use-camera';
import { useObjectUrl } from './use-object-url';

export interface CameraDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onPhoto: (photo: Blob) => void;
}

/** Takes one picture with the webcam: look, take, keep or take again. Without a camera it says so and how to go on. */
export default function CameraDialog({ title, onClose, onPhoto }: CameraDialogProps) {
  const { t } = useTranslation('attachment');
  const camera = useCamera();
  const [photo, setPhoto] = useState<Blob | null>(null);
  const photoUrl = useObjectUrl(photo);
  const failed = camera.state !== 'starting' && camera.state !== 'live';

  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        photo ? (
          <>
            <Button look="secondary" icon={RotateCcw} onClick={() => setPhoto(null)}>
              {t('camera.again')}
            </Button>
            <Button icon={Check} onClick={() => onPhoto(photo)}>
              {t('camera.keep')}
            </Button>
          </>
        ) : (
          !failed && (
            <Button
              icon={Camera}
              disabled={camera.state !== 'live'}
              onClick={() => void camera.snap().then(setPhoto)}
            >
              {t('camera.take')}
            </Button>
          )
        )
      }
    >
      {failed && (
        <Notice tone="need" title={t(`camera.${camera.state}`)} live="assertive">
          {t('camera.useFile')}
        </Notice>
      )}
      {camera.state === 'starting' && <p role="status">{t('camera.starting')}</p>}
      {!failed && (
        <div className="overflow-hidden rounded-card bg-ink">
          <video
            ref={camera.videoRef}
            autoPlay
            playsInline
            muted
            aria-label={t('camera.view')}
            className={`max-h-[60vh] w-full ${photo ? 'hidden' : ''}`}
          />
          {photo && photoUrl && (
            <img src={photoUrl} alt={t('camera.taken')} className="max-h-[60vh] w-full object-contain" />
          )}
        </div>
      )}
    </Dialog>
  );
}
