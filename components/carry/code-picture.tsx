import { type CSSProperties, useMemo } from 'react';
import { encode } from 'uqr';

/** Whole points a module: one that is now four and now five points wide is hard to read. */
const ON_PHONE = 4;
const ON_PC = 5;

/** One code of a sequence: black on white with its quiet edge. Of the largest codes the phone's fills its screen. */
export function CodePicture({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'L', border: 4 });
    const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: dots.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ '--phone': `${size * ON_PHONE}px`, '--pc': `${size * ON_PC}px` } as CSSProperties}
      className="mx-auto block w-(--phone) max-w-full md:w-(--pc)"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
