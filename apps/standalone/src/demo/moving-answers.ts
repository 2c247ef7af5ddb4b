import { type TaskDocument } from '../../../api/src/citizen/journey-document.js';

export interface DemoAnswer {
  readonly event: string;
  readonly data?: object;
  /** What the person does, for whoever watches. */
  readonly says: string;
}

/** The home they move to, as the simulated address register (DAR) knows it. */
export const NEW_HOME = {
  text: 'Strandvejen 8, 1. th., 8240 Risskov',
  address: '0a3f50b8-5c1e-32b8-e044-0003ba298018',
  municipality: '0751',
};

/** What Anna and Bo answer, by form. */
export function movingAnswers(move: {
  readonly date: string;
  readonly partner: string;
  readonly children: readonly string[];
}) {
  return (task: TaskDocument): DemoAnswer | undefined => {
    switch (task.form?.name) {
      case 'move':
        return {
          event: 'submit',
          data: {
            address: NEW_HOME.text,
            date: move.date,
            tenure: 'tenant',
            partner: move.partner,
            children: move.children,
          },
          says: `reports that the family moves to Strandvejen 8 in Risskov on ${move.date}`,
        };
      case 'partnerConsent':
        return { event: 'agree', says: 'says yes to moving along' };
      case 'parentHearing':
        return { event: 'agree', data: {}, says: 'is not against the child moving' };
      case 'doctorChoice':
      case 'partnerDoctor':
        return { event: 'keep', says: 'keeps the doctor' };
      case 'housingBenefit':
        return {
          event: 'apply',
          data: { monthlyRent: 9_500, leaseFrom: move.date },
          says: 'applies for housing benefit',
        };
      case 'daycareWish':
        return {
          event: 'submit',
          data: { wantedFrom: move.date, kind: 'kindergarten' },
          says: 'asks for a place in a kindergarten near the new home',
        };
      case 'placeOffer':
        return { event: 'accept', says: 'takes the place that is offered' };
      case 'schoolChange':
        return {
          event: 'submit',
          data: { from: move.date },
          says: 'asks for a place at the new school',
        };
      case 'preliminaryTax':
        return {
          event: 'submit',
          data: { dailyKilometres: 64, workingDays: 120 },
          says: 'tells the tax agency of a longer way to work',
        };
      case 'meterReading':
        return { event: 'submit', data: { waterMeter: 417 }, says: 'reads the water meter' };
      case 'parking':
        return { event: 'decline', says: 'needs no parking permit' };
      case 'handover':
        return { event: 'agree', says: 'lets the old municipality hand the services over' };
      case 'privateParties':
        return {
          event: 'submit',
          data: { told: ['landlord', 'electricity', 'insurance', 'bank'] },
          says: 'ticks off landlord, electricity, insurance and bank',
        };
      default:
        return undefined;
    }
  };
}
