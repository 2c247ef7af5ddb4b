import { type ExpressionEnvironment, type Place } from '#journey';
import { type Json } from '#statechart';
import { type CheckContext } from '../check-context.js';
import { ConfidentialFacts } from '../confidential/confidential-facts.js';
import { expressionsIn, leadOf } from '../expression-uses.js';
import { formUses } from '../forms/form-uses.js';
import { type Rule } from '../rule.js';

export const confidentialShown: Rule = {
  code: 'confidential-shown',
  title: 'what is confidential to one role is not shown to another',
  severity: 'error',
  *find(context) {
    const facts = new ConfidentialFacts(context);
    for (const { to, value, place, environment } of shown(context)) {
      for (const { text, place: at } of expressionsIn(value, place)) {
        const read = facts.readsOf(text, environment).find(({ known }) => !known.has(to));
        if (!read) continue;
        const path = read.path.join('.');
        yield {
          place: at,
          offset: leadOf(text) + read.start,
          message: `${path} ${read.origin}, and is shown to ${to} here.`,
          remedy: `Leave it out, or say on which ground they may know it: shares: { ${path}: { with: ${to}, ground: … } }.`,
        };
      }
    }
  },
};

/** The parameter that names who gets what an action says. */
const READERS: Readonly<Record<string, string>> = { message: 'to', starts: 'for' };

interface Shown {
  readonly to: string;
  readonly value: Json | undefined;
  readonly place: Place;
  readonly environment?: ExpressionEnvironment;
}

/** Everything that a role is shown: what a task is filled in with, asks, shows and offers, what a message says, what came of something, and what the journey is called. */
function* shown(context: CheckContext): Generator<Shown> {
  const { labels, machine } = context.definition;
  for (const { with: value, visibleTo = context.readersOf(machine), at } of labels) {
    for (const to of visibleTo) yield { to, value, place: context.at(...at, 'with') };
  }
  for (const state of context.states) {
    const { task, outcome, with: values } = state;
    for (const key of task ? (['prefill', 'shows', 'choices', 'with'] as const) : []) {
      yield { to: task!.role, value: task![key] as Json, place: context.at(...task!.at, key) };
    }
    for (const to of outcome ? context.readersOf(state) : []) {
      yield { to, value: outcome!.with, place: context.at(...outcome!.at, 'with') };
    }
    for (const to of values ? context.readersOf(state) : []) {
      yield { to, value: values, place: context.at(...state.at, 'meta', 'with') };
    }
  }
  for (const { form, text, place, environment } of formUses(context.definition, context.environment)) {
    const roles = new Set((context.statesByForm.get(form) ?? []).map(({ task }) => task!.role));
    for (const to of roles) yield { to, value: text, place, environment };
  }
  for (const { action } of context.actions) {
    const reader = READERS[action.type];
    for (const to of reader === undefined ? [] : [action.params[reader] ?? 'applicant'].flat()) {
      yield {
        to: String(to),
        value: action.params['with'],
        place: context.at(...action.at, 'params', 'with'),
      };
    }
  }
}
