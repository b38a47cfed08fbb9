'use client';

import { useCombobox } from 'downshift';
import Search from 'lucide-react/icons/search';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '@/components/ui/text-input';
import type { Place, PlacesState } from '@/lib/browser/use-places';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import type { PlaceLevel } from '../address-model';
import { placePath } from '../place-path';

const MOST = 8;

export interface AddressSearchProps {
  readonly places: PlacesState;
  readonly levels: readonly PlaceLevel[];
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly onPick: (place: Place) => void;
}

/** Type a name in either script, choose from the nearest places. Leaving the box chooses nothing: what was typed stays
 *  and is explained. */
export default function AddressSearch(props: AddressSearchProps) {
  const { places, levels } = props;
  const { t } = useTranslation('form');
  const { text, number } = useFormat();
  const [query, setQuery] = useState('');
  const items = useMemo(
    () => (query.trim() === '' ? [] : [...places.search(query, { levels, limit: MOST })]),
    [places, query, levels],
  );
  const box = useCombobox<Place>({
    id: `${props.id}-search`,
    inputId: props.id,
    items,
    inputValue: query,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: (place) => (place ? text(place.name) : ''),
    getA11yStatusMessage: ({ isOpen }) =>
      isOpen ? t('address.found', { n: number(items.length), count: items.length }) : '',
    onSelectedItemChange: ({ selectedItem }) => selectedItem && props.onPick(selectedItem),
    stateReducer: (state, { type, changes }) => {
      if (type === useCombobox.stateChangeTypes.InputBlur)
        return { ...changes, selectedItem: null, inputValue: state.inputValue };
      return changes.selectedItem ? { ...changes, inputValue: '' } : changes;
    },
    onStateChange: ({ inputValue }) => inputValue !== undefined && setQuery(inputValue),
  });
  const menu = useRef<HTMLUListElement>(null);
  const isListed = box.isOpen && items.length > 0;
  useEffect(() => {
    if (isListed) menu.current?.scrollIntoView({ block: 'nearest' });
  }, [isListed]);
  const isEmpty = box.isOpen && query.trim() !== '' && items.length === 0;

  return (
    <div className="relative">
      <label {...box.getLabelProps()} htmlFor={props.id} className="mb-1.5 block text-sm text-ink-soft">
        {t('address.search')}
      </label>
      <div className="relative">
        <Search aria-hidden size={22} className="pointer-events-none absolute top-3.5 left-3 text-ink-soft" />
        <TextInput
          {...box.getInputProps({
            // Set here as well: a controlled value that comes back a tick later moves the caret.
            onChange: (event) => setQuery(event.currentTarget.value),
          })}
          placeholder={t('address.placeholder')}
          invalid={props.invalid}
          aria-describedby={props.describedBy}
          aria-required={props.required || undefined}
          className="pl-11"
        />
      </div>
      <ul
        {...box.getMenuProps({ ref: menu })}
        className={`absolute inset-x-0 z-20 mt-1 max-h-80 overflow-auto rounded-xl border border-ink-soft bg-paper shadow-lg ${isListed ? '' : 'hidden'}`}
      >
        {box.isOpen &&
          items.map((place, index) => (
            <li
              key={place.id}
              {...box.getItemProps({ item: place, index })}
              className={`min-h-touch cursor-pointer px-4 py-2 ${box.highlightedIndex === index ? 'bg-leaf-soft outline-2 -outline-offset-2 outline-leaf' : ''}`}
            >
              <span className="font-semibold">{text(place.name)}</span>{' '}
              <span className="text-ink-soft">{t(`level.${place.level}`)}</span>
              <span className="mb-0.5 block text-sm text-ink-soft">{placePath(place, text)}</span>
            </li>
          ))}
      </ul>
      {isEmpty && (
        <p className="mt-1 text-wait">{places.ready ? t('address.none') : t('address.notReady')}</p>
      )}
      {!box.isOpen && query.trim() !== '' && <p className="mt-1 text-wait">{t('address.notChosen')}</p>}
    </div>
  );
}
