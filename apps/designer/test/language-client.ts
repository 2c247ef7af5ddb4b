import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** An editor of the Language Server Protocol, over the standard input and output of the built designer. */
export class LanguageClient {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<unknown>;
  readonly #heard: Message[] = [];
  readonly #waiting = new Set<() => void>();
  #unread = Buffer.alloc(0);
  #id = 0;
  errors = '';

  constructor(journeys: string) {
    const main = fileURLToPath(new URL('../../../dist/apps/designer/src/main.js', import.meta.url));
    this.#process = spawn(process.execPath, [main, 'lsp', '--stdio', '--journeys', journeys], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    this.#ended = once(this.#process, 'close');
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#process.stderr.setEncoding('utf8').on('data', (chunk: string) => (this.errors += chunk));
    this.#process.on('close', () => this.#wake());
  }

  /** What was printed on standard output and is no message of the protocol. */
  get stray(): string {
    return this.#unread.toString();
  }

  /** Sends a request. Resolves with its result. */
  async request(method: string, params?: object): Promise<unknown> {
    const id = ++this.#id;
    this.#send({ id, method, ...(params && { params }) });
    const { result, error } = await this.#next(message => message.id === id && !message.method);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  notify(method: string, params?: object): void {
    this.#send({ method, ...(params && { params }) });
  }

  /** The next notification that fits, whether it has come already or is still to come; it is taken. */
  async notification<T>(method: string, fits: (params: T) => boolean): Promise<T> {
    const found = await this.#next(message => message.method === method && fits(message.params as T));
    return found.params as T;
  }

  /** Resolves with the exit code. */
  async ended(): Promise<number | null> {
    await this.#ended;
    return this.#process.exitCode;
  }

  /** Closes the server's standard input. */
  hangUp(): void {
    this.#process.stdin.end();
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (;;) {
      // Whatever else is printed stays unread, and with it all that follows.
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#unread.toString('latin1'));
      if (!head) break;
      const start = head[0].length;
      const end = start + Number(head[1]);
      if (this.#unread.length < end) break;
      this.#heard.push(JSON.parse(this.#unread.toString('utf8', start, end)) as Message);
      this.#unread = this.#unread.subarray(end);
    }
    this.#wake();
  }

  async #next(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const index = this.#heard.findIndex(fits);
      if (index >= 0) return this.#heard.splice(index, 1)[0] as Message;
      if (this.#process.exitCode !== null) throw new Error(`The server has ended. ${this.errors}`);
      await new Promise<void>(wake => this.#waiting.add(wake));
    }
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
