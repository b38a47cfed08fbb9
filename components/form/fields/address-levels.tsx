'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { SelectInput } from '@/components/ui/select-input';
import type { PlacesState } from '@/lib/browser/use-places';
import type { AddressAnswer, Field } from '@/lib/forms/definition';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { PLACE_LEVELS, type PlaceLevel, placeLevelsOf, withLevel } from '../address-model';
import { wordsForNothing } from '../place-words';

export interface AddressLevelsProps {
  readonly places: PlacesState;
  readonly field: Field;
  readonly address: AddressAnswer;
  readonly id: string;
  readonly onAddress: (address: AddressAnswer) => void;
}

/** Division, district, upazila, union from lists, one after the other. */
export function AddressLevels({ places, field, address, id, onAddress }: AddressLevelsProps) {
  const { t } = useTranslation('form');
  const levels = placeLevelsOf(field);
  return (
    <>
      <div role="status">
        {!places.ready && <p className="mb-3 text-wait">{t(wordsForNothing(places, levels))}</p>}
      </div>
      <div className="grid grid-cols-1 gap-3 @md:grid-cols-2">
        {levels.map((level) => {
          const above = PLACE_LEVELS[PLACE_LEVELS.indexOf(level) - 1];
          const parent = above === undefined ? null : address[above];
          return (
            <LevelSelect
              key={level}
              places={places}
              level={level}
              parent={parent}
              value={address[level] ?? ''}
              id={`${id}-${level}`}
              onChoose={(chosen) => onAddress(withLevel(address, level, chosen, field))}
            />
          );
        })}
      </div>
    </>
  );
}

interface LevelSelectProps {
  readonly places: PlacesState;
  readonly level: PlaceLevel;
  /** null = top level; undefined = the level above is not chosen yet. */
  readonly parent: string | null | undefined;
  readonly value: string;
  readonly id: string;
  readonly onChoose: (id: string | undefined) => void;
}

function LevelSelect({ places, level, parent, value, id, onChoose }: LevelSelectProps) {
  const { t } = useTranslation('form');
  const { text } = useFormat();
  const children = parent === undefined ? [] : places.children(parent);
  const isMissing = parent !== undefined && parent !== null && places.ready && children.length === 0;
  const known = places.place(value);
  const isUnknown = value !== '' && !children.some((place) => place.id === value);
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-sm text-ink-soft">
        {t(`level.${level}`)}
      </label>
      <SelectInput
        id={id}
        value={value}
        disabled={parent === undefined}
        onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {isUnknown && <option value={value}>{known ? text(known.name) : t('address.nameComing')}</option>}
        {children.map((place) => (
          <option key={place.id} value={place.id}>
            {text(place.name)}
          </option>
        ))}
      </SelectInput>
      {isMissing && level === 'union' && <UnionsMissing places={places} upazila={parent} />}
    </div>
  );
}

function UnionsMissing({ places, upazila }: { readonly places: PlacesState; readonly upazila: string }) {
  const { t } = useTranslation('form');
  const [hasFailed, setFailed] = useState(false);
  const district = places.place(upazila)?.path.find((above) => above.level === 'district')?.id;
  const load = async () => {
    if (district !== undefined) setFailed(!(await places.loadDistrict(district)));
  };
  return (
    <div className="mt-1">
      <p className="text-wait" role="status">
        {hasFailed ? t('address.unionsFailed') : t('address.unionsMissing')}
      </p>
      <Button look="quiet" onClick={() => void load()}>
        {t('address.unionsLoad')}
      </Button>
    </div>
  );
}
