'use client';

import { AttachmentBox } from '@/components/attachment/attachment-box';
import { useFormat } from '@/lib/i18n/use-format';
import { useSpotFiles } from '../use-spot-files';
import type { WidgetProps } from '../widget-props';

/** A paper: pages as pictures, or a PDF. In a row there is room for one file. */
export default function DocumentField(props: WidgetProps) {
  const { text } = useFormat();
  const files = useSpotFiles(props);
  return (
    <AttachmentBox
      {...files}
      id={props.id}
      describedBy={props.describedBy}
      label={text(props.field.label)}
      accept="any"
      multiple={props.spot.cell === null}
    />
  );
}
