/** A place where something may be at rest, with the bytes that are there. */
export interface Medium {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every form in which a text is to be recognised, wherever it stands within something larger. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const forms: [string, Buffer][] = [
    ['UTF-8', bytes],
    ['ISO 8859-1', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['hex', Buffer.from(hex)],
    ['upper-case hex', Buffer.from(hex.toUpperCase())],
    ['URL encoding', Buffer.from(encodeURIComponent(text))],
    ['JSON escapes', Buffer.from(escaped(text))],
    // Where a text begins among groups of three bytes decides how it looks.
    ...[0, 1, 2].map((before): [string, Buffer] => [`base64 after ${before}`, base64(bytes, before)]),
    ...[0, 1, 2].map((before): [string, Buffer] => [
      `base64url after ${before}`,
      Buffer.from(base64(bytes, before).toString().replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ];
  return new Map(forms);
}

/** What is found of the texts, in any form: `<medium>: <text> in <form>`. */
export function search(media: readonly Medium[], texts: readonly string[]): readonly string[] {
  return texts.flatMap(text =>
    [...formsOf(text)].flatMap(([form, bytes]) =>
      media.filter(medium => medium.bytes.includes(bytes)).map(({ name }) => `${name}: ${text} in ${form}`),
    ),
  );
}

function escaped(text: string): string {
  return [...text]
    .map(letter => (letter < '\x7f' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');
}

/** The letters that stand for these bytes alone, when so many others come before them. */
function base64(bytes: Buffer, before: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const first = Math.ceil((before * 8) / 6);
  const end = Math.floor(((before + bytes.length) * 8) / 6);
  return Buffer.from(whole.slice(first, end));
}
