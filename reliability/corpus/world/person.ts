import type { Answer, Wire } from './http';

/** A browser as far as the server can tell: cookies, and the code its tracking codes begin with. */
export class Person {
  readonly cookies = new Map<string, string>();
  deviceCode = '';
  /** How far it was told what changed. */
  cursor = 0;

  get cookie(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  /** The request as this browser sends it. */
  dress(wire: Wire): Wire {
    if (this.cookies.size === 0) return wire;
    return { ...wire, headers: { cookie: this.cookie, ...wire.headers } };
  }

  keep(answer: Answer): void {
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  /** Another browser with the same cookies. */
  twin(): Person {
    const other = new Person();
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    other.deviceCode = this.deviceCode;
    return other;
  }
}
