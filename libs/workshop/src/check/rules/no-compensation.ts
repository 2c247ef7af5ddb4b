import { type Rule } from '../rule.js';

export const noCompensation: Rule = {
  code: 'no-compensation',
  title: 'what a journey that can be cancelled does can be undone, or the citizen is told why not',
  severity: 'error',
  *find(context) {
    const undone = context.actions.some(({ action }) => action.type === 'undo');
    if (!context.definition.cancellation && !undone) return;
    for (const { invokes } of context.states) {
      for (const { src, at } of invokes) {
        const contract = context.catalogue.service(src);
        if (!contract || contract.effect === 'none' || contract.irreversible) continue;
        if (contract.compensation !== undefined && context.catalogue.service(contract.compensation)) continue;
        yield {
          place: context.at(...at, 'src'),
          message:
            contract.compensation === undefined
              ? `The journey can be cancelled, and nothing says how ${src} is undone.`
              : `${src} is undone by ${contract.compensation}, which no authority offers.`,
          remedy: 'Name the compensation in the contract, or say there in irreversible why there is none.',
        };
      }
    }
  },
};
