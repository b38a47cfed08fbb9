import dynamic from 'next/dynamic';

/** Rarely has anything to say, so its code comes after the form. */
export const DraftNews = dynamic(() => import('./draft-news'), { ssr: false });

/** Asks kindly about what was typed; comes when the first field is left. */
export const FormHints = dynamic(() => import('./form-hints'), { ssr: false });

/** One such question under its field. */
export const FieldHintView = dynamic(() => import('./field-hint-view'), { ssr: false });
