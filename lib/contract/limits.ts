/** Upper bounds of what travels. The server refuses more; a client never makes more. Bytes unless named otherwise. */
export const LIMITS = {
  submissionsPerSync: 200,
  attachmentsPerSubmission: 100,
  /** Submissions sealed under one encapsulated key: `sealed.n` is below it. */
  submissionsPerSealSession: 64,
  /** Ciphertext of one submission before base64url. */
  ciphertextBytes: 256 * 1024,
  /** Plaintext after inflating: a guard against compression bombs. */
  plaintextBytes: 1024 * 1024,
  /** One encrypted file: 25 MiB of content, 12 bytes of IV and 16 of tag. */
  fileBytes: 25 * 1024 * 1024 + 28,
  /** One sync body after gunzip. */
  syncBodyBytes: 8 * 1024 * 1024,
  noteChars: 2000,
  answerChars: 10_000,
  answersPerSubmission: 400,
  rowsPerAnswer: 200,
  /** Changes in one answer; `more` says that the next are ready. */
  changesPerSync: 500,
  nameChars: 200,
  /** Applications in one list of what never arrived. */
  neverArrivedItems: 500,
} as const;

/** Base64url characters that hold `bytes` bytes, without padding. */
export const base64urlLength = (bytes: number): number => Math.ceil((bytes * 4) / 3);
