'use client';

import { useState } from 'react';

/** The least that a person can use: one box that answers. */
export default function Page() {
  const [text, setText] = useState('');
  return <input aria-label="Search" value={text} onChange={(event) => setText(event.target.value)} />;
}
