import { type RefObject, useEffect, useRef } from 'react';

/** Takes over what somebody typed into a field of the page while its code was still on the way. */
export function useTypedEarly(
  field: RefObject<HTMLInputElement | null>,
  onTyped: (text: string) => void,
): void {
  const take = useRef(onTyped);
  useEffect(() => {
    const typed = field.current?.value ?? '';
    if (typed !== '') take.current(typed);
  }, [field]);
}
