import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { suggestVisarga } from '@/lib/bangla/visarga';
import '@/lib/i18n/namespaces/form';

interface VisargaOfferProps {
  readonly id: string;
  readonly name: string;
  readonly onTake: (name: string) => void;
}

/** Offers `মোঃ` where `মো:` was typed, as most keyboards make people do. Never forced: a name stays as its owner writes it. */
export function VisargaOffer({ id, name, onTake }: VisargaOfferProps) {
  const { t } = useTranslation('form');
  const suggestion = suggestVisarga(name);
  if (suggestion === null) return null;
  const take = () => {
    onTake(suggestion);
    document.getElementById(id)?.focus();
  };
  return (
    <Button look="secondary" className="mt-2" onClick={take}>
      {t('visarga', { name: suggestion })}
    </Button>
  );
}
