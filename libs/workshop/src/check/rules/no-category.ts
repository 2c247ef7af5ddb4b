import { type Rule } from '../rule.js';

export const noCategory: Rule = {
  code: 'no-category',
  title: 'what is disclosed has a data category',
  severity: 'error',
  *find(context) {
    for (const { invokes } of context.states) {
      for (const { src, input, at } of invokes) {
        const contract = context.catalogue.service(src);
        if (!contract) continue;
        const asked = Object.keys(Object(Object(contract.input)['properties']));
        for (const name of Object.keys(Object(input))) {
          if (!asked.includes(name) || Object.hasOwn(contract.categories, name)) continue;
          yield {
            place: context.at(...at, 'input', name),
            key: true,
            message: `The citizen could not be told what kind of data ${name} is: the contract of ${src} gives it no category.`,
            remedy: `Add x-category to ${name} in the contract.`,
          };
        }
      }
    }
  },
};
