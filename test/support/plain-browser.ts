import { parseHTML } from 'linkedom';

/** A page as it was answered. */
export interface PlainPage {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly document: Document;
  /** What stands on it. */
  readonly text: string;
}

/**
 * *Browser without scripts*: follows redirects, keeps cookies, posts forms as they stand. All its addresses are of one host, where ports do not
 * separate cookies.
 */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  /** Every `Set-Cookie` so far. */
  readonly setCookies: string[] = [];

  /** Opens an address and follows where it leads. */
  async open(address: string, init: RequestInit = {}): Promise<PlainPage> {
    let response = await this.ask(address, init);
    let at = address;
    for (let hops = 0; response.status >= 300 && response.status < 400; hops += 1) {
      if (hops === 12) throw new Error(`${address} leads round in circles`);
      at = new URL(response.headers.get('location')!, at).href;
      response = await this.ask(at);
    }
    const html = await response.text();
    const { document } = parseHTML(html === '' ? '<html><body></body></html>' : html);
    const text = document.body?.textContent ?? '';
    return { address: at, status: response.status, headers: response.headers, document, text };
  }

  /** One request, with the cookies that it has; redirects are not followed. */
  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie !== '' && { cookie }) };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /**
   * Presses a button of a page.
   *
   * @param button its text
   * @param fields over what stands in the form
   */
  press(page: PlainPage, button: string, fields: Readonly<Record<string, string>> = {}): Promise<PlainPage> {
    const { target, body } = formOf(page, button, fields);
    return this.open(target, { method: 'POST', body });
  }

  #keep(line: string): void {
    this.setCookies.push(line);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const expires = /expires=([^;]+)/i.exec(line)?.[1];
    if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now()))
      this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** What pressing a button sends, and where to. */
export function formOf(page: PlainPage, button: string, fields: Readonly<Record<string, string>> = {}) {
  const { document } = page;
  const pressed = [...document.querySelectorAll('button')].find(one => one.textContent?.trim() === button);
  if (!pressed) throw new Error(`${page.address} has no button "${button}": ${page.text.slice(0, 400)}`);
  const named = pressed.getAttribute('form');
  const form = named === null ? pressed.closest('form') : document.querySelector(`form[id="${named}"]`);
  if (!form) throw new Error(`The button "${button}" sends no form.`);
  const body = new URLSearchParams();
  for (const input of form.querySelectorAll('input, textarea')) {
    const name = input.getAttribute('name');
    const isChoice = ['radio', 'checkbox'].includes(input.getAttribute('type') ?? '');
    if (name === null || name in fields || (isChoice && !input.hasAttribute('checked'))) continue;
    body.append(name, input.getAttribute('value') ?? input.textContent ?? '');
  }
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const own = pressed.getAttribute('name');
  if (own !== null) body.append(own, pressed.getAttribute('value') ?? '');
  const action = pressed.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  return { target: new URL(action, page.address).href, body };
}
