import { type AuthorityDescription, nameAlone } from '#journey';
import { type ContractField, type OfferedService } from '../../catalogue/services-of.js';

/** A service's contract in words, as Markdown. */
export function aboutService(service: OfferedService, authority: AuthorityDescription): string {
  const { id, name, ground, input, answer, refusals, answers, maximumTime } = service;
  const when = answers === 'now' ? 'Answers at once' : 'Answers later';
  const lines = [
    `**${name.en}** (${id})`,
    `${nameAlone(authority.name.en)}, ${authority.tier}. ${when}${maximumTime ? `, within ${maximumTime}` : ''}.`,
    ...(ground ? [`Ground: ${ground.en} (GDPR art. ${ground.gdpr}).`] : []),
    list('Asks for', input.map(field)),
    list('Answers', answer.map(field)),
    list(
      'Refuses with',
      Object.entries(refusals).map(([code, words]) => `${code}: ${words.en}`),
    ),
    undoing(service),
  ];
  return lines.filter(line => line !== '').join('\n\n');
}

function field({ name, meaning, optional, category }: ContractField): string {
  return `${name}: ${meaning}${optional ? ', may be left out' : ''}${category ? ` (${category})` : ''}`;
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${title}\n${items.map(item => `- ${item}`).join('\n')}`;
}

function undoing({ compensation: by }: OfferedService): string {
  switch (by.kind) {
    case 'by':
      return `Undone by ${by.service}.`;
    case 'never':
      return `Cannot be undone: ${by.because.en}`;
    case 'nothing':
      return 'There is nothing to undo.';
  }
}
