import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '@/components/ui/select-input';
import '@/lib/i18n/namespaces/slip';
import { PAPER_SIZES, type PaperSize, savePaperSize } from './paper-size';

export interface PaperChoiceProps {
  readonly paper: PaperSize;
  readonly onChoose: (paper: PaperSize) => void;
}

/** What this machine prints on; remembered for the next time. */
export function PaperChoice({ paper, onChoose }: PaperChoiceProps) {
  const { t } = useTranslation('slip');
  const id = useId();
  const choose = (chosen: string) => {
    const size = PAPER_SIZES.find((one) => one === chosen) ?? 'a4';
    savePaperSize(size);
    onChoose(size);
  };
  return (
    <div className="mx-auto w-full max-w-2xl print:hidden">
      <label htmlFor={id} className="block font-semibold">
        {t('paper')}
      </label>
      <SelectInput id={id} value={paper} onChange={(event) => choose(event.target.value)}>
        {PAPER_SIZES.map((size) => (
          <option key={size} value={size}>
            {t(`paper.${size}`)}
          </option>
        ))}
      </SelectInput>
    </div>
  );
}
