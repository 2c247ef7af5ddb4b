/** What a spreadsheet would take for a formula (OWASP, CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/**
 * Comma-separated values (RFC 4180), every cell quoted. What begins as a formula is written with an apostrophe before it, so that a
 * spreadsheet shows it and does not run it.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text;
  return `"${shown.replaceAll('"', '""')}"`;
}
