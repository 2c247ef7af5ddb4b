import { readFileSync } from 'node:fs';
import { type Diagnostic } from '#journey';
import { type JsonObject } from '#schema';
import { parse } from 'yaml';
import { CONTRACTS_FOLDER } from '../src/catalogue.js';
import { readContract } from '../src/contract/read-contract.js';

/** The sound contract that is spoilt. */
export const FILE = 'municipal/school.yaml';
export const CONTRACT = readFileSync(`${CONTRACTS_FOLDER}${FILE}`, 'utf8');

/** What all contracts have in common. */
export const SHARED = parse(readFileSync(`${CONTRACTS_FOLDER}shared.yaml`, 'utf8')) as JsonObject;

/** One change to the sound contract, and what is then said: its code, where, and parts of message and remedy. */
export type Spoiling = [
  what: string,
  from: string,
  to: string,
  code: string,
  at: string,
  message: string,
  remedy: string,
];

export function faultsOf(text: string, file = FILE): readonly Diagnostic[] {
  return readContract(file, text, { shared: SHARED, examples: true }).diagnostics;
}

/** The contract after a change, which must find its place. */
export function spoilt(from: string, to: string): string {
  const changed = CONTRACT.replace(from, () => to);
  expect(changed).not.toBe(CONTRACT);
  return changed;
}

export function expectRefused([, from, to, code, at, message, remedy]: Spoiling): void {
  const changed = spoilt(from, to);
  const found = faultsOf(changed).find(fault => fault.code === code);
  expect(found).toMatchObject({
    file: FILE,
    severity: 'error',
    message: expect.stringContaining(message),
    remedy: expect.stringContaining(remedy),
  });
  const { line, column } = found!;
  expect(changed.split('\n')[line - 1]?.slice(column - 1, column - 1 + at.length)).toBe(at);
}
