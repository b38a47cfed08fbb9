'use client';

import { AttachmentBox } from '@/components/attachment/attachment-box';
import { useFormat } from '@/lib/i18n/use-format';
import { useSpotFiles } from '../use-spot-files';
import type { WidgetProps } from '../widget-props';

/** One picture of a person or a thing. */
export default function PhotoField(props: WidgetProps) {
  const { text } = useFormat();
  const files = useSpotFiles(props);
  return (
    <AttachmentBox
      {...files}
      id={props.id}
      describedBy={props.describedBy}
      label={text(props.field.label)}
      accept="image"
      multiple={false}
    />
  );
}
