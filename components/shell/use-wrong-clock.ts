import { useEffect, useState } from 'react';
import { useBoard } from '@/lib/browser/use-board';
import { isWrongClock } from './wrong-clock';

/** Whether the device's clock cannot be right, as far as the device alone can tell. */
export function useWrongClock(): boolean {
  const { lastContact } = useBoard();
  const [wrong, setWrong] = useState(false);
  useEffect(() => setWrong(isWrongClock(Date.now(), lastContact)), [lastContact]);
  return wrong;
}
