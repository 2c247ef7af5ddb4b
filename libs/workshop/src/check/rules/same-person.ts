import { differentRoles, fieldNamed } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';
import { factsSaid } from '../facts-said.js';

type Invite = CheckContext['actions'][number];

export const samePerson: Rule = {
  code: 'same-person',
  title: 'roles that differ are given to different persons, and that can be asked where they are named',
  severity: 'error',
  *find(context) {
    for (const [name, { differsFrom }] of Object.entries(context.definition.roles)) {
      if (!differsFrom?.includes(name)) continue;
      yield {
        place: context.at('roles', name, 'differsFrom'),
        message: `The role ${name} is to differ from itself.`,
        remedy: 'Name another role.',
      };
    }
    const pairs = differentRoles(context.definition);
    const said = pairs.length > 0 ? factsSaid(context) : new Set<string>();
    const invites = context.actions.filter(({ action: { type } }) => type === 'invite');
    for (const invite of invites) {
      const { role, person } = invite.action.params;
      const others = pairs.flatMap(pair => (pair.includes(String(role)) ? pair : []));
      const same = others.find(other => other !== role && isSurely(invite, other, invites));
      const place = context.at(...invite.action.at, 'params', 'person');
      if (same !== undefined) {
        yield {
          place,
          message: `This is surely the same person as the ${same}, whom the ${String(role)} must differ from.`,
          remedy: 'Invite somebody else, or leave differsFrom out.',
        };
      } else if (others.length > 0 && isTooLate(context, invite, said)) {
        yield {
          place,
          message: `Who becomes the ${String(role)} is worked out after a participant has said it, when it can be refused no more.`,
          remedy: `Invite them by the field itself, such as ${example(person)}, or on the transition of the task that names them.`,
        };
      }
    }
  },
};

function isSurely({ action, transition, state }: Invite, other: string, invites: readonly Invite[]): boolean {
  const text = words(action.params['person']);
  if (text === other || text === `${other}.cpr`) return true;
  return invites.some(
    each =>
      each.action.params['role'] === other &&
      each.state === state &&
      each.transition === transition &&
      words(each.action.params['person']) === text,
  );
}

function isTooLate(
  context: CheckContext,
  { action, transition }: Invite,
  said: ReadonlySet<string>,
): boolean {
  const { person } = action.params;
  if (transition?.trigger.kind === 'event' || typeof person !== 'string') return false;
  const compiled = context.environment.compile(person);
  const roots = compiled.ok ? compiled.expression.reads.map(({ path }) => String(path[0])) : [];
  const [fact] = fieldNamed(person) ?? [];
  const asSaid = context.rememberings
    .filter(({ name }) => name === fact)
    .every(({ value, each }) => value === undefined && !each);
  return roots.some(root => said.has(root)) && !(fact !== undefined && asSaid);
}

function words(expression: unknown): string {
  return String(expression).replace(/^=\s*/, '').trim();
}

function example(expression: unknown): string {
  return /\w+\.\w+/.exec(String(expression))?.[0] ?? 'report.partner';
}
