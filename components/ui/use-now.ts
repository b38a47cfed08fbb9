import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** Epoch ms, renewed every minute; null until hydrated, because a pre-rendered page has no now. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
