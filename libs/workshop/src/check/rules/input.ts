import { compileTemplate, schemaType } from '#journey';
import { type InputFault, inputFaults } from '../input-faults.js';
import { type Rule } from '../rule.js';

function inputRule(
  code: string,
  title: string,
  kind: InputFault['kind'],
  remedy: (name: string) => string,
): Rule {
  return {
    code,
    title,
    severity: 'error',
    *find(context) {
      for (const { invokes } of context.states) {
        for (const { src, input, at } of invokes) {
          const contract = context.catalogue.service(src);
          const template = compileTemplate(input, context.environment);
          if (!contract || template.faults.length > 0) continue;
          for (const fault of inputFaults(template.type, schemaType(contract.input))) {
            if (fault.kind !== kind) continue;
            const missing = kind === 'missing';
            yield {
              place: context.at(...at, 'input', ...(missing ? fault.path.slice(0, -1) : fault.path)),
              // What is not there has no place of its own: the mapping that lacks it has.
              key: kind === 'extra' || missing,
              message: `${src}: ${fault.message}`,
              remedy: remedy(fault.path.join('.')),
            };
          }
        }
      }
    },
  };
}

/** The rules that hold a service's input against its contract. */
export const INPUT_RULES: readonly Rule[] = [
  inputRule(
    'input-missing',
    'a service gets everything its contract requires',
    'missing',
    name => `Add ${name} to the input.`,
  ),
  inputRule(
    'input-extra',
    'a service gets nothing that its contract does not ask for',
    'extra',
    name => `Leave ${name} out: what is not asked for may not be disclosed.`,
  ),
  inputRule(
    'input-type',
    'a service gets values of the types its contract asks for',
    'type',
    name => `Give ${name} a value of that type.`,
  ),
  inputRule(
    'cpr-not-asked',
    'a CPR number goes only where the contract says format: cpr',
    'person',
    name => `Send something else as ${name}, or mark it format: cpr in the contract.`,
  ),
  inputRule(
    'document-not-asked',
    'a document goes only where the contract says format: document',
    'document',
    name => `Send something else as ${name}, or mark it format: document in the contract.`,
  ),
];
