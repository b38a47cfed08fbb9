import { type Ref, useId } from 'react';
import { MARK, tileLook } from '@/components/form/tile-look';

/** A few choices as big tiles, one chosen. */
export function ChoiceTiles<T extends string>(props: {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  readonly error?: string | null;
  readonly ref?: Ref<HTMLFieldSetElement>;
}) {
  const { legend, options, value, onChoose, error = null } = props;
  const name = useId();
  return (
    <fieldset
      ref={props.ref}
      className="mt-4"
      aria-describedby={error === null ? undefined : `${name}-error`}
    >
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-col gap-2">
        {options.map((option) => (
          <label key={option.value} className={tileLook(value === option.value)}>
            <input
              type="radio"
              name={name}
              className={MARK}
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error !== null && (
        <p id={`${name}-error`} role="alert" className="mt-1.5 font-semibold text-need">
          {error}
        </p>
      )}
    </fieldset>
  );
}
