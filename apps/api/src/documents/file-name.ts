import { parse } from 'content-disposition';

const LONGEST = 120;
const UNNAMED = 'document';

/** The name that a `Content-Disposition` (RFC 6266) gives a file, as it can be shown: no folders, and nothing that is not seen. */
export function fileName(header: string | undefined): string {
  const name = nameIn(header)
    .split(/[/\\]/)
    .at(-1)!
    // Control characters, and those that turn the direction of writing: they make one name look like another.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = [...name].slice(0, LONGEST).join('');
  return /[\p{L}\p{N}]/u.test(short) ? short : UNNAMED;
}

function nameIn(header: string | undefined): string {
  try {
    return header === undefined ? '' : String(parse(header).parameters['filename'] ?? '');
  } catch {
    return '';
  }
}
