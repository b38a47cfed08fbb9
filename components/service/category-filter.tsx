import type { LucideIcon } from 'lucide-react';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/category';
import '@/lib/i18n/namespaces/home';
import { categoryIcon, categoryWords } from './category-look';

export interface CategoryFilterProps {
  readonly categories: readonly string[];
  /** null = all. */
  readonly chosen: string | null;
  readonly onChoose: (category: string | null) => void;
}

/** Pictures of what people come for; one tap narrows the list. */
export function CategoryFilter({ categories, chosen, onChoose }: CategoryFilterProps) {
  const { t } = useTranslation(['home', 'category']);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('home:categories')}</legend>
      <div className="grid grid-cols-3 gap-2 sm:flex sm:flex-wrap">
        <Choice
          icon={LayoutGrid}
          pressed={chosen === null}
          onPress={() => onChoose(null)}
          words={t('home:all')}
        />
        {categories.map((category) => (
          <Choice
            key={category}
            icon={categoryIcon(category)}
            pressed={chosen === category}
            onPress={() => onChoose(chosen === category ? null : category)}
            words={t(`category:${categoryWords(category)}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Choice({ icon: Icon, words, pressed, onPress }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="flex min-h-touch cursor-pointer flex-col items-center justify-start gap-1 rounded-xl border border-line bg-paper px-1 py-2 text-sm leading-snug sm:flex-row sm:px-3 aria-pressed:border-leaf aria-pressed:bg-leaf-soft aria-pressed:font-semibold aria-pressed:text-leaf"
    >
      <Icon aria-hidden size={24} className="shrink-0" />
      <span className="min-w-0 text-center">{words}</span>
    </button>
  );
}
