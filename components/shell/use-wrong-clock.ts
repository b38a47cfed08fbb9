import { useNow } from '@/components/ui/use-now';
import { useBoard } from '@/lib/browser/use-board';
import { type ClockTrouble, clockTrouble } from './wrong-clock';

/** What is wrong with the device's clock, as far as the device and its last contact can tell. */
export function useWrongClock(): ClockTrouble | null {
  const { clockContact } = useBoard();
  const now = useNow();
  return now === null ? null : clockTrouble(now, clockContact);
}
