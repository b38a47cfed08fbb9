import type { LucideIcon } from 'lucide-react';
import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode, Ref } from 'react';

/** info: good to know · wait: nothing to do but wait · need: a person has to act · done: it is finished. */
export type NoticeTone = 'info' | 'wait' | 'need' | 'done';

const TONES: Record<NoticeTone, { readonly icon: LucideIcon; readonly box: string; readonly mark: string }> =
  {
    info: { icon: Info, box: 'border-line bg-paper', mark: 'text-leaf' },
    wait: { icon: Clock, box: 'border-wait bg-wait-soft', mark: 'text-wait' },
    need: { icon: TriangleAlert, box: 'border-need bg-need-soft', mark: 'text-need' },
    done: { icon: CircleCheck, box: 'border-leaf bg-leaf-soft', mark: 'text-leaf' },
  };

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read aloud when it appears: `polite` waits for a pause, `assertive` does not. */
  readonly live?: 'polite' | 'assertive';
  readonly id?: string;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A message in words: what happened, that the work is safe, what to do. */
export function Notice({ tone, title, children, action, live, id, ref }: NoticeProps) {
  const { icon: Icon, box, mark } = TONES[tone];
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined;
  return (
    <div
      ref={ref}
      id={id}
      role={role}
      tabIndex={ref ? -1 : undefined}
      className={`rounded-card border p-4 ${box}`}
    >
      <div className="flex items-start gap-3">
        <Icon aria-hidden size={24} className={`mt-0.5 shrink-0 ${mark}`} />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{title}</p>
          {children && <div className="mt-1 text-ink">{children}</div>}
          {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
        </div>
      </div>
    </div>
  );
}
