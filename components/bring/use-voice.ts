import { useCallback, useEffect, useState } from 'react';
import type { Locale } from '@/lib/shared/locale';

export interface Voice {
  readonly speaking: boolean;
  /** Reads line after line; a reading that goes on is stopped first. */
  readonly speak: (lines: readonly string[]) => void;
  readonly stop: () => void;
}

/** The device's own voice for a language; null where there is none. Never a voice that sends the words away to be spoken. */
export function useVoice(locale: Locale): Voice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const [speaking, setSpeaking] = useState(false);

  useEffect(() => {
    const synthesis: SpeechSynthesis | undefined = window.speechSynthesis;
    if (!synthesis) return;
    // Empty at first in most browsers: the list comes later, with an event.
    const find = () => setVoice(synthesis.getVoices().find((one) => isOwn(one, locale)) ?? null);
    find();
    synthesis.addEventListener?.('voiceschanged', find);
    return () => {
      synthesis.removeEventListener?.('voiceschanged', find);
      synthesis.cancel();
      setSpeaking(false);
    };
  }, [locale]);

  const stop = useCallback(() => {
    window.speechSynthesis.cancel();
    setSpeaking(false);
  }, []);
  const speak = useCallback(
    (lines: readonly string[]) => {
      const synthesis = window.speechSynthesis;
      synthesis.cancel();
      // A line each: some browsers fall silent in the middle of a long text.
      const parts = lines.map((line) => new SpeechSynthesisUtterance(line));
      for (const part of parts) {
        part.voice = voice;
        part.lang = voice?.lang ?? locale;
        synthesis.speak(part);
      }
      const last = parts.at(-1);
      if (!last) return;
      last.onend = () => setSpeaking(false);
      last.onerror = () => setSpeaking(false);
      setSpeaking(true);
    },
    [voice, locale],
  );
  return voice === null ? null : { speaking, speak, stop };
}

function isOwn(voice: SpeechSynthesisVoice, locale: Locale): boolean {
  return voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === locale;
}
