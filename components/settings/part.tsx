import { type ReactNode, useId } from 'react';
import { Card } from '@/components/ui/card';

export interface PartProps {
  readonly title: string;
  /** Anchor other pages link to. */
  readonly anchor?: string;
  readonly children: ReactNode;
}

/** One subject of the settings. */
export function Part({ title, anchor, children }: PartProps) {
  const headingId = useId();
  return (
    <section id={anchor} aria-labelledby={headingId} className="scroll-mt-4">
      <h2 id={headingId} className="mb-2 text-lg font-semibold">
        {title}
      </h2>
      <Card className="flex flex-col items-start gap-3">{children}</Card>
    </section>
  );
}
