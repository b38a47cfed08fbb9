import dynamic from 'next/dynamic';

/** Rarely anything to say, so its code comes after the form. */
export const FormVersion = dynamic(() => import('./form-version'), { ssr: false });
