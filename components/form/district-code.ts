/** District of `places` and the two digits of its BBS code, as in `public/places/index.json` (a test compares). */
const CODES =
  'd1:19 d2:30 d3:12 d4:84 d5:75 d6:13 d7:51 d8:15 d9:22 d10:46 d11:03 d12:88 d13:76 d14:10 ' +
  'd15:81 d16:69 d17:38 d18:70 d19:64 d20:41 d21:87 d22:57 d23:65 d24:18 d25:50 d26:55 d27:47 ' +
  'd28:01 d29:44 d30:42 d31:78 d32:79 d33:06 d34:09 d35:04 d36:91 d37:58 d38:36 d39:90 d40:68 ' +
  'd41:33 d42:86 d43:67 d44:93 d45:48 d46:56 d47:26 d48:59 d49:82 d50:54 d51:35 d52:29 d53:77 ' +
  'd54:27 d55:52 d56:73 d57:32 d58:94 d59:85 d60:49 d61:89 d62:61 d63:39 d64:72';

const codeOf: ReadonlyMap<string, string> = new Map(
  CODES.split(' ').map((entry): [string, string] => {
    const [id = '', code = ''] = entry.split(':');
    return [id, code];
  }),
);

/** The two digits that stand for a district in an NID or a birth registration number. */
export function districtCode(districtId: string): string | undefined {
  return codeOf.get(districtId);
}
