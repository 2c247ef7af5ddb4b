import { type Rule } from '../rule.js';

const expectsNothing: Rule = {
  code: 'expects-nothing',
  title: 'a scenario says what must be true',
  severity: 'error',
  *find({ scenarios }) {
    for (const { scenario, source } of scenarios) {
      if (scenario.steps.some(({ expect }) => expect !== undefined)) continue;
      yield {
        place: { source, path: ['steps'] },
        key: true,
        message: `${scenario.name}: nothing is expected, so that this scenario always holds.`,
        remedy: 'Add expect to a step: the tasks, messages or states that there must be then.',
      };
    }
  },
};

const noScenario: Rule = {
  code: 'no-scenario',
  title: 'a version of a journey has a scenario',
  severity: 'warning',
  *find(context) {
    const { definition, scenarios } = context;
    if (scenarios.length > 0) return;
    yield {
      place: context.at('effective'),
      message: `No scenario plays on the version of ${definition.effective}.`,
      remedy: 'Add scenarios/<name>.yaml: what happens to somebody, and what must then be true.',
    };
  },
};

export const SCENARIO_EXPECTATION_RULES: readonly Rule[] = [expectsNothing, noScenario];
