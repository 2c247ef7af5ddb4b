import { type Rule } from '../rule.js';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  title: 'an id names one state',
  severity: 'error',
  *find(context) {
    const seen = new Map([[context.definition.id, 'the machine']]);
    for (const { id, path, at } of context.states) {
      if (id === undefined) continue;
      const other = seen.get(id);
      if (other !== undefined) {
        yield {
          place: context.at(...at, 'id'),
          message: `The id ${id} is also that of ${other}.`,
          remedy: 'Give each its own.',
        };
      }
      seen.set(id, path);
    }
  },
};
