'use client';

import Check from 'lucide-react/icons/check';
import Eraser from 'lucide-react/icons/eraser';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import '@/lib/i18n/namespaces/attachment';
import { pointOnSurface } from '../signature-stroke';

const SURFACE = { width: 900, height: 300 };

/** A surface to sign on with finger, pen or mouse. Gives a PNG on white when "keep" is pressed. */
export function SignaturePad({
  label,
  onKeep,
}: {
  readonly label: string;
  readonly onKeep: (drawn: Blob) => void;
}) {
  const { t } = useTranslation('attachment');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hasInk, setInk] = useState(false);
  const isDown = useRef(false);

  const draw = (event: PointerEvent<HTMLCanvasElement>, isStart: boolean) => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    const { x, y } = pointOnSurface(event, event.currentTarget.getBoundingClientRect(), SURFACE);
    if (isStart) {
      pen.lineWidth = 5;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.strokeStyle = '#1d1b16';
      pen.beginPath();
      pen.moveTo(x, y);
    }
    pen.lineTo(x, y);
    pen.stroke();
    setInk(true);
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SURFACE.width, SURFACE.height);
    setInk(false);
  };
  const keep = () => {
    const pen = canvas.current?.getContext('2d');
    if (!canvas.current || !pen) return;
    pen.globalCompositeOperation = 'destination-over';
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, SURFACE.width, SURFACE.height);
    pen.globalCompositeOperation = 'source-over';
    canvas.current.toBlob((drawn) => drawn && onKeep(drawn), 'image/png');
  };

  return (
    <div>
      <canvas
        ref={canvas}
        {...SURFACE}
        role="img"
        aria-label={label}
        className="aspect-[3/1] w-full max-w-xl cursor-crosshair touch-none rounded-xl border border-ink-soft bg-paper"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          isDown.current = true;
          draw(event, true);
        }}
        onPointerMove={(event) => isDown.current && draw(event, false)}
        onPointerUp={() => {
          isDown.current = false;
        }}
        onPointerCancel={() => {
          isDown.current = false;
        }}
      />
      <p className="mt-1 text-sm text-ink-soft">{t('signature.hint')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="secondary" icon={Eraser} disabled={!hasInk} onClick={clear}>
          {t('signature.clear')}
        </Button>
        <Button icon={Check} disabled={!hasInk} onClick={keep}>
          {t('signature.keep')}
        </Button>
      </div>
    </div>
  );
}
