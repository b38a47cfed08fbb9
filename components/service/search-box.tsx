import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SEARCH_FIELD } from '@/components/shell/search-field';
import { TextInput } from '@/components/ui/text-input';
import '@/lib/i18n/namespaces/home';

export interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line that takes Bangla, English and Bangla in Latin letters. `/` focuses it from anywhere. */
export function SearchBox({ query, onQuery, ref }: SearchBoxProps) {
  const { t } = useTranslation('home');
  const id = useId();
  return (
    <search>
      <label htmlFor={id} className="sr-only">
        {t('search.label')}
      </label>
      <div className="relative">
        <Search
          aria-hidden
          size={22}
          className="pointer-events-none absolute z-1 top-3.5 left-3.5 text-ink-soft"
        />
        <TextInput
          {...{ [SEARCH_FIELD]: '' }}
          ref={ref}
          id={id}
          enterKeyHint="search"
          spellCheck={false}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
          placeholder={t('search.placeholder')}
          className="px-11"
        />
        {query !== '' && (
          <button
            type="button"
            onClick={() => onQuery('')}
            aria-label={t('search.clear')}
            className="absolute top-0 right-0 grid size-touch cursor-pointer place-items-center"
          >
            <X aria-hidden size={22} />
          </button>
        )}
      </div>
    </search>
  );
}
