import FileUp from 'lucide-react/icons/file-up';
import ScanQrCode from 'lucide-react/icons/scan-qr-code';
import dynamic from 'next/dynamic';
import { type ChangeEvent, type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import '@/lib/i18n/namespaces/carry';
import { PasteText } from './paste-text';
import { TakeInResult } from './take-in-result';
import { useTakeIn } from './use-take-in';

const ScanDialog = dynamic(() => import('./scan-dialog'), { ssr: false });

/** Ways in for work of another device: a file, codes on its screen, or text it sent. */
export function TakeInCard() {
  const { t } = useTranslation('carry');
  const take = useTakeIn();
  const input = useRef<HTMLInputElement>(null);
  const [isScanning, setScanning] = useState(false);
  const [isOver, setOver] = useState(false);
  const headingId = useId();
  const result = useRef<HTMLDivElement>(null);

  const { kind } = take.state;
  useEffect(() => {
    // On a phone the answer would come below the edge of the screen.
    if (kind !== 'none') result.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);

  const { text } = take;
  const takeText = useRef(text);
  takeText.current = text;
  useEffect(() => {
    // What a link brought. The fragment never went to a server, and is not left in the address either.
    if (!location.hash.startsWith('#w=')) return;
    const brought = location.hash;
    history.replaceState(history.state, '', location.pathname + location.search);
    void takeText.current(brought);
  }, []);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) void take.file(file);
    // The same file can be chosen again.
    event.target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void take.file(file);
  };

  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h2 id={headingId} className="text-lg font-semibold">
        {t('take.title')}
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside does the same */}
      <div
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        className={`flex flex-col gap-3 rounded-card border border-dashed p-4 ${isOver ? 'border-leaf bg-leaf-soft' : 'border-line bg-paper'}`}
      >
        <div className="flex flex-wrap gap-3 max-md:*:w-full">
          <Button icon={FileUp} busy={take.isBusy} onClick={() => input.current?.click()}>
            {t('take.choose')}
          </Button>
          <Button look="secondary" icon={ScanQrCode} disabled={take.isBusy} onClick={() => setScanning(true)}>
            {t('take.scan')}
          </Button>
        </div>
        <p className="text-ink-soft max-md:hidden">{t('take.drop')}</p>
        <p className="text-sm text-ink-soft">{t('take.receipts')}</p>
        <input ref={input} type="file" hidden tabIndex={-1} onChange={choose} />
      </div>
      <div ref={result} className="scroll-mb-24 empty:hidden">
        <TakeInResult state={take.state} />
      </div>
      <PasteText busy={take.isBusy} onText={(pasted) => void take.text(pasted)} />
      {isScanning && (
        <ScanDialog
          onClose={() => setScanning(false)}
          onItem={(item) => {
            setScanning(false);
            void take.coded(item);
          }}
        />
      )}
    </section>
  );
}
