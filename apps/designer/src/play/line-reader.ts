import { createInterface, type Interface } from 'node:readline/promises';

/**
 * Asks for one line after the other, from a terminal or a pipe. Lines that a pipe brings before they are asked for
 * wait; at the end of the input every question is answered with undefined.
 */
export class LineReader {
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  readonly #echoes: boolean;
  readonly #output: NodeJS.WritableStream;

  constructor(input: NodeJS.ReadableStream & { readonly isTTY?: boolean }, output: NodeJS.WritableStream) {
    this.#output = output;
    const terminal = input.isTTY === true;
    this.#echoes = terminal;
    this.#reader = createInterface({ input, ...(terminal && { output, terminal }) });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  async ask(question: string): Promise<string | undefined> {
    this.#output.write(question);
    const { value, done } = await this.#lines.next();
    if (done) return undefined;
    // A pipe has no echo, and what was typed belongs to what is read later.
    if (!this.#echoes) this.#output.write(`${value}\n`);
    return value.trim();
  }

  close(): void {
    this.#reader.close();
  }
}
