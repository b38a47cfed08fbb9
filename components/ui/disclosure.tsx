import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactNode } from 'react';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}

/** Detail that most people do not need at once. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details open={open} className="group rounded-card border border-line bg-paper">
      <summary className="flex min-h-touch cursor-pointer list-none items-center justify-between gap-3 px-4 py-2 font-semibold">
        {summary}
        <ChevronDown aria-hidden size={22} className="shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="border-t border-line px-4 py-3">{children}</div>
    </details>
  );
}
