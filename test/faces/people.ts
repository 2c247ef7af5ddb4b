import { NUMBERS } from '../e2e/matrix/scene.js';

const citizen = (name: keyof typeof NUMBERS, fullName: string) =>
  ({ name, fullName, cpr: NUMBERS[name], roles: ['citizen'] }) as const;
export const APPLICANT = citizen('applicant', 'Anna Ansøger');
export const STRANGER = citizen('stranger', 'Frede Fremmed');
export const OPS = { name: 'ops', fullName: 'Olga Drift', cpr: '6502714321', roles: ['ops'] } as const;
export const DESIGNER = {
  name: 'designer',
  fullName: 'Dina Design',
  cpr: '6303805432',
  roles: ['designer'],
} as const;
export const APPROVER = {
  name: 'approver',
  fullName: 'Gorm Godkend',
  cpr: '6411752345',
  roles: ['approver'],
} as const;
export const AUDITOR = {
  name: 'auditor',
  fullName: 'Rie Revision',
  cpr: '6504812347',
  roles: ['auditor'],
} as const;
/** At the counter in Vejle. */
export const CASEWORKER = {
  name: 'caseworker',
  fullName: 'Karen Skranke',
  cpr: '6804762345',
  roles: ['caseworker'],
  authority: '0630',
} as const;
