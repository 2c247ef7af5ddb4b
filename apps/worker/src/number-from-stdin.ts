import { text } from 'node:stream/consumers';
import { cprDigits } from '#schema';

/** Arguments stand in the list of processes, where everybody on the machine reads them: a number is never one. */
export async function numberFromStdin(): Promise<string> {
  const number = cprDigits(await text(process.stdin));
  if (number === undefined) throw new Error('What came in is no CPR number; give ten digits on a line.');
  return number;
}
