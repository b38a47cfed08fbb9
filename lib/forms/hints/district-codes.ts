/** The two digits of the 64 districts in BBS geocodes, as `public/places/index.json` has them (a test compares). */
const CODES =
  '01 03 04 06 09 10 12 13 15 18 19 22 26 27 29 30 32 33 35 36 38 39 41 42 44 46 47 48 49 50 51 52 54 55 56 57 58 59 61 64 ' +
  '65 67 68 69 70 72 73 75 76 77 78 79 81 82 84 85 86 87 88 89 90 91 93 94';

export const DISTRICT_CODES: ReadonlySet<string> = new Set(CODES.split(' '));
