import { type Rule } from '../rule.js';

/** The rules that follow every way through the machine to see what is remembered where. */
export const PRESENCE_RULES: readonly Rule[] = [
  {
    code: 'never-remembered',
    title: 'what an expression reads can have been remembered by then',
    severity: 'error',
    find: context => context.presenceFaults.filter(({ kind }) => kind === 'never'),
  },
  {
    code: 'may-be-absent',
    title: 'what an expression reads has been remembered on every way, or has() is asked first',
    severity: 'warning',
    find: context => context.presenceFaults.filter(({ kind }) => kind === 'maybe'),
  },
];
