import { dateAt, iso } from '#calendar';
import { type Language, type ServiceCatalogue } from '#journey';
import { type Correction, isOpenCorrection, reasonOf, roleOf } from '#runtime';
import { authorityName } from '../citizen/authority-name.js';
import { categoryInWords } from '../citizen/categories-in-words.js';
import { doneForYou } from '../citizen/holder-words.js';
import { type CorrectionDocument } from './correction-document.js';

/** A correction in the words of the reader. */
export function describeCorrection(
  correction: Correction,
  catalogue: ServiceCatalogue,
  language: Language,
  now: number,
  holders: ReadonlyMap<string, string>,
): CorrectionDocument {
  const { id, at, authority, content, lastDay, acting } = correction;
  const { category, concerns, wrong, right, givenTo } = content;
  const today = dateAt(now);
  const nameOf = (office: string): string => authorityName(office, catalogue, language, today);
  return {
    id,
    askedAt: iso(at),
    authority,
    role: roleOf(correction.service),
    authorityName: nameOf(authority),
    concerns: concerns[language],
    ...(category !== undefined && { category: categoryInWords(category, language) }),
    ...(givenTo && { givenTo: givenTo.map(nameOf) }),
    wrong,
    right,
    status: statusOf(correction),
    lastDay,
    late: isOpenCorrection(correction) && today > lastDay,
    ...answerOf(correction, catalogue, language),
    ...(acting && {
      doneForYou: doneForYou(
        holders.get(acting.holder),
        acting.authority && nameOf(acting.authority),
        language,
      ),
    }),
  };
}

function statusOf({ status, answer }: Correction): CorrectionDocument['status'] {
  if (answer) return answer.outcome;
  return status === 'accepted' ? 'received' : 'sending';
}

function answerOf(
  { answer, service }: Correction,
  catalogue: ServiceCatalogue,
  language: Language,
): Pick<CorrectionDocument, 'answeredAt' | 'correctedOn' | 'answer' | 'told'> {
  switch (answer?.outcome) {
    case undefined:
      return {};
    case 'corrected': {
      const { at, correctedOn, words, told } = answer;
      return {
        answeredAt: iso(at),
        correctedOn,
        ...(words !== undefined && { answer: words }),
        ...(told && { told }),
      };
    }
    case 'refused':
      return { answeredAt: iso(answer.at), answer: reasonOf(answer, service, catalogue, language) };
    case 'undelivered':
      return { answeredAt: iso(answer.at) };
  }
}
