import { auditorWordsIn } from '../auditor/words/auditor-words.js';
import { counterWordsIn } from '../counter/counter-words.js';
import { designerWordsIn } from '../designer/words/designer-words.js';
import { FRONT_PATHS } from '../faces.js';
import { type Visit } from '../http/visit.js';
import { opsWordsIn } from '../ops/words/ops-words.js';
import { PATHS } from '../paths.js';

/** Path and words of an entry of the menu. */
export type MenuEntry = readonly [path: string, text: string];

/** The menu of a face. */
export function faceMenu({ face, language, visitor, words: { menu } }: Visit): readonly MenuEntry[] {
  switch (face) {
    case 'citizen':
      return [...casesOf(menu), [PATHS.mandates, menu.mandates], [PATHS.settings, menu.settings]];
    case 'caseworker': {
      const front = [FRONT_PATHS.caseworker, counterWordsIn(language).menu] as const;
      return visitor?.actsFor ? [front, ...casesOf(menu), [PATHS.settings, menu.settings]] : [front];
    }
    case 'ops': {
      const words = opsWordsIn(language);
      return [
        [FRONT_PATHS.ops, words.title],
        [PATHS.failing, words.failing.title],
        [PATHS.cases, words.find.title],
        [PATHS.queues, words.links.queues],
        [PATHS.documentation, words.links.documentation],
      ];
    }
    case 'approver':
      return [[FRONT_PATHS.approver, designerWordsIn(language).title]];
    case 'auditor': {
      const words = auditorWordsIn(language);
      return [
        [FRONT_PATHS.auditor, words.title],
        [PATHS.auditLog, words.log.title],
        [PATHS.processingRecord, words.record.title],
      ];
    }
    case 'designer': {
      const words = designerWordsIn(language);
      return [
        [FRONT_PATHS.designer, words.title],
        [PATHS.documentation, words.documentation],
      ];
    }
  }
}

function casesOf(menu: Visit['words']['menu']): readonly MenuEntry[] {
  return [
    [PATHS.home, menu.overview],
    [PATHS.start, menu.start],
    [PATHS.messages, menu.messages],
    [PATHS.myData, menu.myData],
  ];
}
