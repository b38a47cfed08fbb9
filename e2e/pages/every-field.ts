/** Runs in the page: each visible control under `main` by its accessible words, with what it holds. */
export function everyField(main: Element): Record<string, string> {
  const found: Record<string, string> = {};
  const put = (name: string, value: string) => {
    let key = name;
    for (let twin = 2; key in found; twin += 1) key = `${name} #${twin}`;
    found[key] = value;
  };
  const wordsOf = (control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement) => {
    const own = control.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? '';
    const group = control.closest('fieldset, [role=group]');
    const title = group?.getAttribute('aria-labelledby') ?? '';
    const words = group?.querySelector('legend') ?? document.getElementById(title);
    return `${words?.textContent ?? ''} › ${own}`;
  };
  for (const control of main.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input:not([type=file]), select, textarea',
  )) {
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
      put(wordsOf(control), control.checked ? 'yes' : 'no');
    else put(wordsOf(control), control.value);
  }
  for (const picture of main.querySelectorAll('img'))
    put(`picture › ${picture.alt}`, picture.closest('li')?.querySelector('p')?.textContent ?? '');
  return found;
}
