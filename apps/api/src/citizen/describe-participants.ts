import { type ParticipantDocument } from './participant-document.js';
import { type ReaderWords } from './reader-words.js';

/**
 * Who takes part, as far as the reader may know: themselves, whoever began it, and the roles that see the journey as the reader
 * does. Somebody who is only asked one question learns of nobody else.
 */
export function describeParticipants(words: ReaderWords): readonly ParticipantDocument[] {
  const { compiled, reader, language } = words;
  const mine = compiled.rolesOf(reader.state, reader.person);
  const seesAll = compiled.isVisible('', mine);
  return compiled.words.names
    .participants(language, reader)
    .filter(({ role, person }) => person === reader.person || role === 'applicant' || seesAll)
    .map(({ role, person, name }) => ({
      role,
      roleName: words.roleInText(role),
      name,
      subject: compiled.definition.roles[role]?.passive === true,
      you: person === reader.person,
    }));
}
