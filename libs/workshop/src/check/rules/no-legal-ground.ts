import { type Rule } from '../rule.js';

export const noLegalGround: Rule = {
  code: 'no-legal-ground',
  title: 'every disclosure has a legal ground',
  severity: 'error',
  *find(context) {
    for (const { invokes } of context.states) {
      for (const { src, input, at } of invokes) {
        const contract = context.catalogue.service(src);
        if (!contract || contract.ground || Object.keys(Object(input)).length === 0) continue;
        yield {
          place: context.at(...at, 'src'),
          message: `${src} gets personal data, and its contract names no legal ground.`,
          remedy: 'Add x-service.ground with the law and the article of the GDPR to the contract.',
        };
      }
    }
  },
};
