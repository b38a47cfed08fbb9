export interface ProgressBarProps {
  readonly done: number;
  readonly total: number;
  /** Says in words what is progressing and how far, e.g. "3 of 5 files". */
  readonly label: string;
}

/** A bar and the same in words: the bar alone says nothing to a reader. */
export function ProgressBar({ done, total, label }: ProgressBarProps) {
  return (
    <div>
      <p className="mb-1 text-sm text-ink-soft">{label}</p>
      <progress className="progress-bar" value={done} max={Math.max(total, 1)} aria-label={label} />
    </div>
  );
}
