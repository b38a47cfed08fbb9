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
import { wordsForNothing } from '../place-words';

const MOST = 8;

export interface AddressSearchProps {
  readonly places: PlacesState;
  readonly levels: readonly PlaceLevel[];
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  /** Typed before and not chosen. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onPick: (place: Place) => void;
}

/** Type a name in either script, choose from the nearest places. Leaving the box chooses nothing: what was typed stays
 *  and is explained. */
export default function AddressSearch(props: AddressSearchProps) {
  const { places, levels, onType } = props;
  const { t } = useTranslation('form');
  const { text, number } = useFormat();
  const [query, setShown] = useState(props.typed);
  const setQuery = (typed: string) => {
    setShown(typed);
    onType(typed);
  };
  const isAsked = query.trim() !== '';
  const items = useMemo(
    () => (query.trim() === '' ? [] : [...places.search(query, { levels, limit: MOST })]),
    [places, query, levels],
  );
  const isShort = isAsked && !places.wholeCountry && levels.includes('union');
  const { loadCountry } = places;
  // Somebody is waiting: the rest comes now, not when the page is quiet; and every key tries again what did not come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key more is a reason
  useEffect(() => {
    if (isShort) void loadCountry();
  }, [isShort, query, loadCountry]);
  const box = useCombobox<Place>({
    id: `${props.id}-search`,
    inputId: props.id,
    items,
    inputValue: query,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: (place) => (place ? text(place.name) : ''),
    getA11yStatusMessage: ({ isOpen }) =>
      isOpen && items.length > 0 ? t('address.found', { n: number(items.length), count: items.length }) : '',
    onSelectedItemChange: ({ selectedItem }) => selectedItem && props.onPick(selectedItem),
    stateReducer: (state, { type, changes }) => {
      if (type === useCombobox.stateChangeTypes.InputBlur)
        return { ...changes, selectedItem: null, inputValue: state.inputValue };
      // No key closes a list that is still to come, and its first line is the one Enter takes.
      if (isAsked && items.length === 0 && type !== useCombobox.stateChangeTypes.InputKeyDownEscape)
        return { ...changes, isOpen: state.isOpen || changes.isOpen === true, highlightedIndex: 0 };
      // A click into the box has opened it already, by bringing the keyboard there.
      if (type === useCombobox.stateChangeTypes.InputClick && isAsked) return { ...changes, isOpen: true };
      return changes.selectedItem ? { ...changes, inputValue: '' } : changes;
    },
    onStateChange: ({ inputValue }) => inputValue !== undefined && setQuery(inputValue),
  });
  const menu = useRef<HTMLUListElement>(null);
  const isListed = box.isOpen && items.length > 0;
  useEffect(() => {
    if (isListed) menu.current?.scrollIntoView({ block: 'nearest' });
  }, [isListed]);
  const isEmpty = box.isOpen && isAsked && items.length === 0;

  return (
    <div className="relative">
      <label {...box.getLabelProps()} htmlFor={props.id} className="mb-1.5 block text-sm text-ink-soft">
        {t('address.search')}
      </label>
      <div className="relative">
        <Search
          aria-hidden
          size={22}
          className="pointer-events-none absolute z-1 top-3.5 left-3 text-ink-soft"
        />
        <TextInput
          {...box.getInputProps({
            // Set here as well: a controlled value that comes back a tick later moves the caret.
            onChange: (event) => setQuery(event.currentTarget.value),
            // Whoever left a name here and comes back chooses without typing it again.
            onFocus: () => isAsked && box.openMenu(),
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
      <div role="status">
        {isEmpty && <p className="mt-1 text-wait">{t(wordsForNothing(places, levels))}</p>}
      </div>
      {!box.isOpen && isAsked && <p className="mt-1 text-wait">{t('address.notChosen')}</p>}
    </div>
  );
}
