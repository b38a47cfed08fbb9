'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { Field, FieldType } from '@/lib/forms/definition';
import { isMultiple } from '@/lib/forms/options';
import { CheckboxField } from './fields/checkbox-field';
import { DateField } from './fields/date-field';
import { DeclarationField } from './fields/declaration-field';
import { MultiCheckboxField } from './fields/multi-checkbox-field';
import { RadioField } from './fields/radio-field';
import { SelectField } from './fields/select-field';
import { TextField } from './fields/text-field';
import { WidgetLoading } from './widget-loading';
import type { WidgetProps } from './widget-props';

export interface Widget {
  readonly shape: 'one' | 'group' | 'own';
  /** Takes the whole width of the PC's form. */
  readonly wide: boolean;
  readonly Control: ComponentType<WidgetProps>;
}

// Loaded when a form asks for one: each brings a library or a camera, and many forms have none.
const loading = () => <WidgetLoading />;
const AddressField = dynamic(() => import('./fields/address-field'), { ssr: false, loading });
const SignatureField = dynamic(() => import('./fields/signature-field'), { ssr: false, loading });
const PhotoField = dynamic(() => import('./fields/photo-field'), { ssr: false, loading });
const DocumentField = dynamic(() => import('./fields/document-field'), { ssr: false, loading });

const LINE: Widget = { shape: 'one', wide: false, Control: TextField };

const WIDGETS: Readonly<Record<FieldType, Widget>> = {
  text: LINE,
  textBn: LINE,
  textEn: LINE,
  nid: LINE,
  brn: LINE,
  phone: LINE,
  email: LINE,
  number: LINE,
  money: LINE,
  date: { shape: 'group', wide: false, Control: DateField },
  select: { shape: 'one', wide: false, Control: SelectField },
  radio: { shape: 'group', wide: true, Control: RadioField },
  checkbox: { shape: 'own', wide: true, Control: CheckboxField },
  declaration: { shape: 'own', wide: true, Control: DeclarationField },
  address: { shape: 'group', wide: true, Control: AddressField },
  photo: { shape: 'group', wide: true, Control: PhotoField },
  document: { shape: 'group', wide: true, Control: DocumentField },
  signature: { shape: 'group', wide: true, Control: SignatureField },
};

const SEVERAL: Widget = { shape: 'group', wide: true, Control: MultiCheckboxField };

/** The widget that draws a field. */
export function widgetOf(field: Field): Widget {
  return isMultiple(field) ? SEVERAL : WIDGETS[field.type];
}
