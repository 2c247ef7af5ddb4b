import { designerWordsIn } from '../designer/words/designer-words.js';
import { FRONT_PATHS } from '../faces.js';
import { type Visit } from '../http/visit.js';
import { opsWordsIn } from '../ops/words/ops-words.js';
import { PATHS } from '../paths.js';

/** Path and words of an entry of the menu. */
export type MenuEntry = readonly [path: string, text: string];

/** The menu of a face. */
export function faceMenu({ face, language, words: { menu } }: Visit): readonly MenuEntry[] {
  switch (face) {
    case 'citizen':
      return [
        [PATHS.home, menu.overview],
        [PATHS.start, menu.start],
        [PATHS.messages, menu.messages],
        [PATHS.myData, menu.myData],
        [PATHS.mandates, menu.mandates],
        [PATHS.settings, menu.settings],
      ];
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
    case 'designer': {
      const words = designerWordsIn(language);
      return [
        [FRONT_PATHS.designer, words.title],
        [PATHS.documentation, words.documentation],
      ];
    }
  }
}
