import { type Json } from '#statechart';

const FORM = /^(\d{2})(\d{2})\d{2}-?\d{4}$/;

/**
 * A CPR number as ten digits, DDMMYYXXXX; undefined when the text is none. A hyphen before the last four is allowed. There is no
 * check digit: since 2007 numbers are given out that fail the old modulus 11 test. A day above 60 is a replacement number,
 * given to those who are not registered.
 */
export function cprNumber(text: string): string | undefined {
  const match = FORM.exec(text.trim());
  if (!match) return undefined;
  const day = Number(match[1]) % 60;
  const month = Number(match[2]);
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  return text.trim().replace('-', '');
}

/** As much of a number as tells members of a family apart, `010190-****`. One that is not known looks alike. */
export function maskedNumber(number: string | undefined): string {
  return `${number?.slice(0, 6) ?? '******'}-****`;
}

/** The same data with every CPR number in it written alike, with which two requests are compared. */
export function withPlainNumbers(data: Json): Json {
  return JSON.parse(
    JSON.stringify(data, (_key, value: Json) =>
      typeof value === 'string' ? (cprNumber(value) ?? value) : value,
    ),
  ) as Json;
}
