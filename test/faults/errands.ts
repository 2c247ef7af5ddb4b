import { dateAt } from '#calendar';
import { fileURLToPath } from 'node:url';

/** Folder of the journeys that the tests of faults are made with. */
export const FAULT_JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));

/** What a citizen sends with an errand. */
export const ERRAND = {
  address: '0a3f50b8-5c1e-32b8-e044-0003ba298018',
  date: dateAt(Date.now()),
  doctor: '040215',
  note: 'remember the keys',
} as const;

/** What one errand asks of authorities: each of these once. */
export const ASKED = [
  'cpr.readPerson',
  'kommune.startWasteService',
  'cpr.registerMove',
  'doctorChoice.chooseDoctor',
  'doctorChoice.issueHealthCard',
  'skat.updatePreliminaryTax',
  'digitalPost.deliver',
] as const;
