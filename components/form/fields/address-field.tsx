'use client';

import Copy from 'lucide-react/icons/copy';
import MapPin from 'lucide-react/icons/map-pin';
import { type FocusEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { usePlaces } from '@/lib/browser/use-places';
import { isAddressAnswer } from '@/lib/forms/answer-shape';
import type { AddressAnswer } from '@/lib/forms/definition';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { missingLevel, placeLevelsOf, smallestPlaceId, withPlace } from '../address-model';
import { useFormDesk } from '../form-context';
import { placeLine } from '../place-path';
import { typedPlacesOf } from '../typed-places';
import { useOtherAddresses } from '../use-other-addresses';
import type { WidgetProps } from '../widget-props';
import { AddressLevels } from './address-levels';
import { AddressParts } from './address-parts';
import AddressSearch from './address-search';

const NONE: AddressAnswer = {};

/** An address: search the place or walk down the lists, then ward and village in words; or take another one of this form. */
export default function AddressField(props: WidgetProps) {
  const { field, id, onAnswer, spot } = props;
  const typed = typedPlacesOf(useFormDesk().store);
  const { t } = useTranslation('form');
  const { text } = useFormat();
  const places = usePlaces();
  const address = isAddressAnswer(props.answer) ? props.answer : NONE;
  const others = useOtherAddresses(spot);
  const placeId = smallestPlaceId(address);
  const place = placeId === undefined ? undefined : places.place(placeId);
  const missing = missingLevel(address, field);
  const { ready, loadDistrict } = places;
  useEffect(() => {
    if (ready && address.district !== undefined) void loadDistrict(address.district);
  }, [ready, address.district, loadDistrict]);
  const take = (next: AddressAnswer | undefined) =>
    onAnswer(next && Object.keys(next).length > 0 ? next : undefined);
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the keyboard left the whole address
    <div className="flex flex-col gap-3" onBlur={leave}>
      {others.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {others.map((other) => (
            <Button key={other.id} look="quiet" icon={Copy} onClick={() => take(other.copied)}>
              {t('address.sameAs', { field: text(other.label) })}
            </Button>
          ))}
        </div>
      )}
      <AddressSearch
        places={places}
        levels={placeLevelsOf(field)}
        id={id}
        describedBy={props.describedBy}
        required={props.required}
        invalid={props.invalid}
        typed={typed.get(spot.pointer) ?? ''}
        onType={(text) => typed.set(spot.pointer, text)}
        onPick={(picked) => take(withPlace(address, picked, field))}
      />
      {placeId !== undefined && (
        <p className="flex gap-2 rounded-xl bg-leaf-soft px-3 py-2 font-semibold">
          <MapPin aria-hidden size={22} className="mt-0.5 shrink-0 text-leaf" />
          <span>
            <span className="sr-only">{t('address.chosen')} </span>
            {place ? placeLine(place, text) : t('address.unnamed')}
            {missing !== null && (
              <span className="block font-normal text-wait">
                {missing === 'union'
                  ? t('address.nextUnion')
                  : t('address.next', { level: t(`level.${missing}`) })}
              </span>
            )}
          </span>
        </p>
      )}
      <Disclosure summary={t('address.stepByStep')} open={placeId !== undefined && missing !== null}>
        <AddressLevels places={places} field={field} address={address} id={id} onAddress={take} />
      </Disclosure>
      <AddressParts wards={place?.wards} field={field} address={address} id={id} onAddress={take} />
    </div>
  );
}
