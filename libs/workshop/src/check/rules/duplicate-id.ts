import { type Rule } from '../rule.js';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  title: 'an id names one state',
  severity: 'error',
  *find(subject) {
    const seen = new Map([[subject.definition.id, 'the machine']]);
    for (const { id, path, at } of subject.states) {
      if (id === undefined) continue;
      const other = seen.get(id);
      if (other !== undefined) {
        yield {
          place: subject.at(...at, 'id'),
          message: `The id ${id} is also that of ${other}.`,
          remedy: 'Give each its own.',
        };
      }
      seen.set(id, path);
    }
  },
};
