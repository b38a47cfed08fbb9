import Square from 'lucide-react/icons/square';
import Volume2 from 'lucide-react/icons/volume-2';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import '@/lib/i18n/namespaces/bring';
import { useLanguage } from '@/lib/i18n/use-language';
import { useVoice } from './use-voice';

/** Reads what stands in an element, as it stands there. Not to be seen where the device has no voice of this language. */
export function ReadAloud({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('bring');
  const { locale } = useLanguage();
  const voice = useVoice(locale);
  if (voice === null) return null;
  const read = () => {
    // biome-ignore lint/performance/useDomNodeTextContent: its lines are the pauses, and what is hidden is not read
    const lines = (of.current?.innerText ?? '').split('\n').map((line) => line.trim());
    voice.speak(lines.filter((line) => line !== ''));
  };
  return (
    <Button
      look="quiet"
      icon={voice.speaking ? Square : Volume2}
      className="print:hidden"
      onClick={voice.speaking ? voice.stop : read}
    >
      {t(voice.speaking ? 'stop' : 'read')}
    </Button>
  );
}
