import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Json } from '#statechart';
import { type Diagnostic } from './diagnostic.js';
import { MapMembers } from './map-members.js';
import { unreadableBecause } from './readable-yaml.js';
import { aliasBeyond, firstFaults, yamlWords } from './yaml-words.js';

/** Where a value stands inside a YAML file: the keys and indexes from the root. */
export type SourcePath = readonly (string | number)[];

/** Line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One YAML file of a journey: its value as JSON, and the place of every key and value in it. */
export interface Source {
  /** Relative to the journey's folder, e.g. `forms/move.yaml`. */
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  /** Faults of YAML itself; a source with errors has the value that could be recovered. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The place of the value at `path`, or with `{ key: true }` of the key that names it.
   * A path that does not exist gives the place of its nearest existing ancestor.
   */
  positionOf(path: SourcePath, of?: { key?: boolean }): Position;
  /** The place `offset` characters into the scalar at `path`; exact for scalars written on one line. */
  positionInside(path: SourcePath, offset: number): Position;
}

/** Reads YAML text (1.2, no custom tags; dates stay strings) into a {@link Source}. Never throws. */
export function readSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const unreadable = unreadableBecause(text);
  const document = parseDocument(unreadable ? '' : text, {
    lineCounter: lines,
    // `yaml` compares each key of a mapping with each.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const members = new MapMembers();
  const value = valueOf(document);
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const diagnostics = firstFaults([...document.errors, ...document.warnings]).map((fault): Diagnostic => ({
    code: 'yaml',
    severity: fault.name === 'YAMLWarning' ? 'warning' : 'error',
    file,
    ...at(fault.pos[0]),
    message: `${file} is not well-formed YAML: ${(yamlWords(fault)?.message ?? fault.message).replace(/\.$/, '')}.`,
    remedy: yamlWords(fault)?.remedy ?? 'Mend the YAML here; indentation and quotes are the usual causes.',
  }));
  for (const { name, start } of members.repeated(document)) {
    diagnostics.push({
      code: 'yaml',
      severity: 'error',
      file,
      ...at(start),
      message: `${file} is not well-formed YAML: map keys must be unique, and ${name} stands twice.`,
      remedy: 'Keep one of the two, or give one another name.',
    });
  }
  if (unreadable) diagnostics.push(beyondReading(file, unreadable.why, placeOf(text, unreadable.at)));
  if (value === undefined) {
    const place = at(aliasBeyond(document, MOST_ALIASES));
    diagnostics.push(beyondReading(file, 'has aliases for what is not there, or too many', place));
  }
  return {
    file,
    text,
    value: value ?? null,
    diagnostics,
    positionOf: (path, of) => at(startOf(document, members, path, of?.key === true)),
    positionInside(path, offset) {
      const start = startOf(document, members, path, false);
      const quoted = text[start] === '"' || text[start] === "'" ? 1 : 0;
      return at(Math.min(start + quoted + offset, text.length));
    },
  };
}

const MOST_ALIASES = 50;

/** A part of a file as a source of its own. */
export function sourceWithin(source: Source, path: SourcePath): Source {
  const value = path.reduce<Json>(
    (at, step) => (at as Record<string, Json> | null)?.[step] ?? null,
    source.value,
  );
  return {
    ...source,
    value,
    diagnostics: [],
    positionOf: (rest, of) => source.positionOf([...path, ...rest], of),
    positionInside: (rest, offset) => source.positionInside([...path, ...rest], offset),
  };
}

/** Undefined for aliases that would blow a small file up into a huge value; a journey has no use for many. */
function valueOf(document: Document): Json | undefined {
  try {
    return (document.toJS({ maxAliasCount: MOST_ALIASES }) ?? null) as Json;
  } catch {
    return undefined;
  }
}

/** A place in a text that was not parsed. */
function placeOf(text: string, at: number): Position {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function beyondReading(file: string, why: string, { line, column }: Position): Diagnostic {
  return {
    code: 'yaml',
    severity: 'error',
    file,
    line,
    column,
    message: `${file} ${why}.`,
    remedy: 'Write it out plainly.',
  };
}

function startOf(document: Document, members: MapMembers, path: SourcePath, key: boolean): number {
  let node: unknown = document.contents;
  let start = rangeStart(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = members.of(node).get(String(step));
      if (!pair) return start;
      start = (key && last ? rangeStart(pair.key) : rangeStart(pair.value)) ?? rangeStart(pair.key) ?? start;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return start;
      start = rangeStart(node) ?? start;
    } else {
      return start;
    }
  }
  return start;
}

function rangeStart(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
