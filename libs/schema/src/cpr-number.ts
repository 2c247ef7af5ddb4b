/** Ten digits, with or without a hyphen before the last four. */
const FORM = /^\s*(\d{6})-?(\d{4})\s*$/;

/** The ten digits of a text that has the form of a CPR number, whether or not the first six are a day. */
export function cprDigits(text: string): string | undefined {
  const match = FORM.exec(text);
  return match ? `${match[1]}${match[2]}` : undefined;
}

/**
 * Danish civil registration number (CPR), DDMMYYXXXX as ten digits; undefined when the text is none. There is no check digit:
 * since 2007 numbers are given out that fail the old modulus 11 test. A day above 60 is a replacement number, given to
 * those who are not registered.
 */
export function cprNumber(text: string): string | undefined {
  const digits = cprDigits(text);
  if (digits === undefined) return undefined;
  const day = Number(digits.slice(0, 2)) % 60;
  const month = Number(digits.slice(2, 4));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? digits : undefined;
}
