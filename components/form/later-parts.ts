import dynamic from 'next/dynamic';

/** Rarely has anything to say, so its code comes after the form. */
export const DraftNews = dynamic(() => import('./draft-news'), { ssr: false });
