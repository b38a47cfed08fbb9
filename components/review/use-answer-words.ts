import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '@/lib/browser/use-places';
import { isAddressAnswer } from '@/lib/forms/answer-shape';
import type { Answers, OptionSets } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/answers';
import { useFormat } from '@/lib/i18n/use-format';
import type { AnswerWords } from './answer-words';

/** The words answers are read back with. Unions of districts that these answers name are fetched when the device has them. */
export function useAnswerWords(answers: Answers, optionSets: OptionSets): AnswerWords {
  const { t } = useTranslation('answers');
  const format = useFormat();
  const places = usePlaces();
  const { ready, loadDistrict } = places;
  const districts = useMemo(() => districtsIn(answers), [answers]);

  useEffect(() => {
    if (ready) for (const id of districts.split(' ').filter(Boolean)) void loadDistrict(id);
  }, [ready, districts, loadDistrict]);

  return useMemo(
    () => ({
      format,
      optionSets,
      places,
      yes: t('yes'),
      no: t('no'),
      holding: (number) => t('holding', { number }),
      ward: (number) => t('ward', { number }),
      files: (count) => t('files', { n: format.number(count), count }),
    }),
    [format, optionSets, places, t],
  );
}

function districtsIn(answers: Answers): string {
  const named = Object.values(answers).flatMap((answer) =>
    isAddressAnswer(answer) && typeof answer.district === 'string' ? [answer.district] : [],
  );
  return [...new Set(named)].sort().join(' ');
}
