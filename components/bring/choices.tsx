import { MARK, tileLook } from '@/components/form/tile-look';

export interface ChoicesProps {
  /** Names the group of radios. */
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (value: string, isChosen: boolean) => void;
}

/** A few choices as tiles a thumb can hit, one of them or several. */
export function Choices({ id, type, choices, chosen, onChange }: ChoicesProps) {
  return (
    <div className="grid gap-2">
      {choices.map(({ value, label }) => (
        <label key={value} className={tileLook(chosen.includes(value))}>
          <input
            type={type}
            name={id}
            checked={chosen.includes(value)}
            className={MARK}
            onChange={(event) => onChange(value, event.target.checked)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
