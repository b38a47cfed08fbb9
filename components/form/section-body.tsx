'use client';

import { memo, useMemo } from 'react';
import { FieldView } from './field-view';
import { useFormDesk, useFromStore } from './form-context';
import { RowGroupView } from './row-group';
import { blocksSignature, sectionBlocks } from './section-blocks';

/** The fields of one section. Draws again only when a field appears or goes. */
export const SectionBody = memo(function SectionBody({ sectionId }: { readonly sectionId: string }) {
  const { store } = useFormDesk();
  const signature = useFromStore(store, (from) =>
    blocksSignature(sectionBlocks(from.exam().view, sectionId)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says when the blocks are others
  const blocks = useMemo(() => sectionBlocks(store.exam().view, sectionId), [store, sectionId, signature]);
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-5 @xl:grid-cols-2">
      {blocks.map((block) =>
        block.kind === 'field' ? (
          <FieldView key={block.spot.pointer} spot={block.spot} />
        ) : (
          <RowGroupView key={block.group.key} {...block} />
        ),
      )}
    </div>
  );
});
