import { type Place } from '#journey';
import { type Json } from '#statechart';
import { confidentialFacts, reveals } from '../confidential.js';
import { expressionsIn, leadOf } from '../expression-uses.js';
import { type Rule } from '../rule.js';

export const confidentialShown: Rule = {
  code: 'confidential-shown',
  title: 'what one role told in confidence is not shown to another',
  severity: 'error',
  *find(context) {
    const kept = confidentialFacts(context);
    const shown: { to: string; value: Json | undefined; place: Place }[] = context.states.flatMap(
      ({ task }) =>
        task ? [{ to: task.role, value: task.prefill, place: context.at(...task.at, 'prefill') }] : [],
    );
    for (const { action } of context.actions) {
      if (action.type !== 'message') continue;
      const place = context.at(...action.at, 'params', 'with');
      shown.push({ to: String(action.params['to']), value: action.params['with'], place });
    }
    for (const { to, value, place } of shown) {
      for (const { text, place: at } of expressionsIn(value, place)) {
        const compiled = context.environment.compile(text);
        // The longest path an expression reads is what it shows; those on the way there only lead to it.
        const reads = compiled.ok ? compiled.expression.reads : [];
        const ends = reads.filter(
          ({ path }) =>
            !reads.some(
              other =>
                other.path.length > path.length && other.path.slice(0, path.length).join() === path.join(),
            ),
        );
        const told = ends
          .flatMap(({ path, start }) =>
            kept.filter(each => reveals(each, path)).map(each => ({ ...each, path, start })),
          )
          .find(({ role }) => role !== to);
        if (!told) continue;
        yield {
          place: at,
          offset: leadOf(text) + told.start,
          message: `${told.path.join('.')} was told by ${told.role} in confidence, and is shown to ${to} here.`,
          remedy: 'Leave it out.',
        };
      }
    }
  },
};
