import { type RegisterEventContract, type ServiceContract } from '../src/catalogue.js';
import { memoryCatalogue } from './memory-catalogue.js';

const registration = {
  type: 'object',
  required: ['reference', 'registeredOn'],
  properties: {
    reference: { type: 'string', examples: ['FL-1'] },
    registeredOn: { type: 'string', format: 'date' },
  },
} as const;

const registerMove: ServiceContract = {
  id: 'cpr.registerMove',
  authority: 'cpr',
  tier: 'state',
  name: { da: 'CPR registrerer din flytning', en: 'CPR registers your move' },
  ground: { da: 'CPR-loven § 12', en: 'CPR Act section 12', gdpr: '6(1)(e)' },
  input: {
    type: 'object',
    required: ['person', 'address', 'date'],
    properties: {
      person: { type: 'string', format: 'cpr' },
      address: {
        type: 'object',
        required: ['street', 'postcode'],
        properties: { street: { type: 'string' }, postcode: { type: 'string' } },
      },
      date: { type: 'string', format: 'date' },
    },
  },
  answer: registration,
  categories: { person: 'identity', address: 'address', date: 'address' },
  refusals: {
    protectedAddress: { da: 'Adressen er beskyttet', en: 'The address is protected' },
    unknownAddress: { da: 'Adressen findes ikke', en: 'There is no such address' },
  },
  answers: 'later',
  maximumTime: 'P5D',
  compensation: 'cpr.withdrawMove',
};

const withdrawMove: ServiceContract = {
  ...registerMove,
  id: 'cpr.withdrawMove',
  name: { da: 'CPR trækker flytningen tilbage', en: 'CPR withdraws the move' },
  input: { type: 'object', required: ['undoes'], properties: { undoes: { type: 'string' } } },
  answer: { type: 'object', properties: {} },
  categories: {},
  refusals: {},
  answers: 'now',
  compensation: undefined,
};

const applyHousingBenefit: ServiceContract = {
  id: 'udbetaling.applyHousingBenefit',
  authority: 'udbetaling',
  tier: 'state',
  name: {
    da: 'Udbetaling Danmark behandler din ansøgning',
    en: 'Udbetaling Danmark handles your application',
  },
  ground: { da: 'Boligstøtteloven', en: 'Housing Benefit Act', gdpr: '6(1)(e)' },
  input: {
    type: 'object',
    required: ['applicant', 'from', 'yearlyIncome'],
    properties: {
      applicant: { type: 'string', format: 'cpr' },
      from: { type: 'string', format: 'date' },
      yearlyIncome: { type: 'number' },
      rooms: { type: 'integer' },
    },
  },
  answer: { type: 'object', required: ['monthly'], properties: { monthly: { type: 'number', minimum: 1 } } },
  categories: { applicant: 'identity', from: 'address', yearlyIncome: 'income', rooms: 'housing' },
  refusals: { incomeTooHigh: { da: 'Indkomsten er for høj', en: 'The income is too high' } },
  answers: 'now',
  irreversible: {
    da: 'En ansøgning, der er behandlet, kan ikke trækkes tilbage.',
    en: 'An application that has been handled cannot be withdrawn.',
  },
};

const moveRegistered: RegisterEventContract = {
  id: 'cpr.moveRegistered',
  authority: 'cpr',
  tier: 'state',
  name: { da: 'CPR melder en flytning', en: 'CPR reports a move' },
  data: registration,
};

/** The authorities that the sample journey `moving` asks. */
export const sampleCatalogue = memoryCatalogue(
  [registerMove, withdrawMove, applyHousingBenefit],
  [moveRegistered],
);
