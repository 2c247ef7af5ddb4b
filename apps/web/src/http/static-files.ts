import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Request, type RequestHandler, type Response } from 'express';
import { type Coding, codingFor, encode } from './content-coding.js';

const OURS = path.resolve(import.meta.dirname, '../../public');
// The package exports its style sheet and script alone; fonts and icons lie beside them.
const DKFDS = path.dirname(path.dirname(createRequire(import.meta.url).resolve('dkfds')));
const TAKEN =
  /^(css\/dkfds\.min\.css|img\/(svg-icons\/.+|all-svg-icons)\.svg|fonts\/IBMPlexSans\/\w+\/woff2\/IBMPlexSans-(Regular|Medium|SemiBold|Bold|Italic)(-Latin1)?\.woff2|fonts\/IBMPlexSans\/complete\/woff\/IBMPlexSans-Regular\.woff)$/;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  // Asked for first for letters beyond Western Europe, such as the hyphen that does not break.
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const PLACE = '/files';
const YEAR = 31_536_000;

interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
  readonly encoded: Map<Coding, Buffer>;
}

/**
 * *Immutable static files*: style sheets, scripts, fonts and icons below an address that changes with their content, so browsers
 * keep them for ever. One hash for all of them: style sheets name fonts and icons by relative addresses.
 */
@Injectable()
export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;
  readonly #version: string;

  constructor() {
    const ours = filesOf(OURS, () => true);
    const theirs = filesOf(DKFDS, name => TAKEN.test(name));
    this.#files = new Map([...theirs.map(([name, file]) => [`dkfds/${name}`, file] as const), ...ours]);
    const hash = createHash('sha256');
    for (const [name, { body }] of this.#files) hash.update(name).update(body);
    this.#version = hash.digest('base64url').slice(0, 16);
  }

  /** Address of a file. */
  addressOf(name: string): string {
    if (!this.#files.has(name))
      throw new Error(`There is no static file ${name}; it belongs into apps/web/public.`);
    return `${PLACE}/${this.#version}/${name}`;
  }

  /** Serves them, and nothing else below their place. */
  handler(): RequestHandler {
    return (request, response, next) => {
      if (!request.path.startsWith(`${PLACE}/`)) next();
      else this.#serve(request, response);
    };
  }

  #serve(request: Request, response: Response): void {
    const [version, name] = /^\/files\/([^/]+)\/(.+)$/.exec(request.path)?.slice(1) ?? [];
    const file = this.#files.get(name ?? '');
    if (!file) {
      response.status(404).type('text').send('Not found');
      return;
    }
    const coding = file.type === TYPES['.woff2'] ? undefined : codingFor(request);
    // While versions change, a page of one may be answered by a process of the other: better its file than none.
    const isOurs = version === this.#version;
    response.set({
      'Cache-Control': isOurs ? `public, max-age=${YEAR}, immutable` : 'no-cache',
      'Content-Type': file.type,
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(coding && { 'Content-Encoding': coding }),
    });
    response.send(coding ? encodedOnce(file, coding) : file.body);
  }
}

function encodedOnce({ body, encoded }: StaticFile, coding: Coding): Buffer {
  const known = encoded.get(coding) ?? encode(body, coding, 9);
  encoded.set(coding, known);
  return known;
}

function filesOf(
  folder: string,
  taken: (name: string) => boolean,
): readonly (readonly [string, StaticFile])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => [path.relative(folder, file), file] as const)
    .filter(([name]) => taken(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, file]) => {
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      const body = readFileSync(file);
      return [name, { body: type === TYPES['.css'] ? still(body) : body, type, encoded: new Map() }];
    });
}

/** A page stands still: a font that comes late is for the next page (CSS Fonts 4, `font-display`). */
function still(styles: Buffer): Buffer {
  return Buffer.from(styles.toString().replaceAll('font-display:swap', 'font-display:optional'));
}
