import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import StepForward from 'lucide-react/icons/step-forward';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/carry';
import { CodePicture } from './code-picture';

/** How long each code stands, milliseconds: a slow camera sees it several times. */
const STAND = 800;

export interface CodeSequenceProps {
  readonly frames: readonly string[];
  readonly trackingCode: string;
}

/** Codes that follow each other until somebody stops them; one by one for a camera that is too slow. */
export function CodeSequence({ frames, trackingCode }: CodeSequenceProps) {
  const { t } = useTranslation('carry');
  const { number } = useFormat();
  const [at, setAt] = useState(0);
  const [goes, setGoes] = useState(true);
  const of = frames.length;
  useEffect(() => {
    if (!goes || of < 2) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % of), STAND);
    return () => clearInterval(timer);
  }, [goes, of]);
  const count = { nth: number(at + 1), of: number(of) };
  return (
    <div>
      <div className="-mx-3">
        <CodePicture text={frames[at] ?? ''} label={t('show.picture', { ...count, code: trackingCode })} />
      </div>
      {of > 1 && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
          <p className="font-semibold">{t('show.code', count)}</p>
          <div className="flex gap-2">
            <Button look="secondary" icon={goes ? Pause : Play} onClick={() => setGoes(!goes)}>
              {t(goes ? 'show.stop' : 'show.go')}
            </Button>
            {!goes && (
              <Button look="secondary" icon={StepForward} onClick={() => setAt((at + 1) % of)}>
                {t('show.next')}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
