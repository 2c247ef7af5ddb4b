import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownShare: Rule = {
  code: 'unknown-share',
  title: 'what is shared is remembered, and with a role there is',
  severity: 'error',
  *find(context) {
    const names = new Set(context.rememberings.map(({ name }) => name));
    const roles = Object.keys(context.definition.roles);
    for (const [path, shared] of Object.entries(context.definition.shares)) {
      const [name = ''] = path.split('.');
      if (!names.has(name)) {
        yield {
          place: context.at('shares', path),
          key: true,
          message: `${name} is shared, but nothing remembers it.`,
          remedy: didYouMean(name, names, 'Name what is remembered.'),
        };
      }
      for (const role of shared) {
        if (roles.includes(role)) continue;
        yield {
          place: context.at('shares', path, 'with'),
          message: `${path} is shared with ${role}, and there is no such role.`,
          remedy: didYouMean(role, roles, 'Declare the role.'),
        };
      }
    }
  },
};
