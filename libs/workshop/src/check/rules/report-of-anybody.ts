import { appliedSchemas } from '#schema';
import { type Rule } from '../rule.js';

/** A report reaches every journey that its person takes part in, in whichever role. */
export const reportOfAnybody: Rule = {
  code: 'report-of-anybody',
  title: 'a report about a person says which of those who take part it must be about',
  severity: 'warning',
  *find(context) {
    if (Object.keys(context.definition.roles).length < 2) return;
    for (const { state, transition } of context.transitions) {
      const { trigger, guard, targets, actions } = transition;
      if (trigger.kind !== 'report' || guard !== undefined || targets.length + actions.length === 0) continue;
      const contract = context.catalogue.registerEvent(trigger.event);
      const namesSomebody = appliedSchemas(contract?.data ?? {}).some(
        ({ schema }) => schema['format'] === 'cpr',
      );
      const rivals = state.transitions.filter(
        other => other.trigger.kind === 'report' && other.trigger.event === trigger.event,
      );
      // After those with a guard, this one is about everybody else.
      if (!namesSomebody || rivals.length > 1) continue;
      yield {
        place: context.at(...state.at, 'on', trigger.event),
        key: true,
        message: `${trigger.event} may be about any of those who take part, and ${state.path || 'the machine'} acts on it whoever it is.`,
        remedy:
          'Remember its data, and give it a guard that compares its person, such as = report.person == applicant.cpr.',
      };
    }
  },
};
