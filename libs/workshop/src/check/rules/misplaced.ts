import { isIsoDate } from '#calendar';
import { type Rule } from '../rule.js';

export const misplaced: Rule = {
  code: 'misplaced',
  title: 'a version is in the file named by its date',
  severity: 'error',
  *find(context) {
    const { effective, sources } = context.definition;
    const named = sources.main.file.replace(/\.yaml$/, '');
    if (named === effective || !isIsoDate(effective)) return;
    yield {
      place: context.at('effective'),
      message: `The version takes effect on ${effective}, and its file is ${sources.main.file}.`,
      remedy: `Rename the file to ${effective}.yaml, or write effective: ${named}.`,
    };
  },
};
