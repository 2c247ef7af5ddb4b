import { type JourneyDocument } from '../../rest/documents.js';
import { sectionsThatStand } from './section-standing.js';

const DONE = { section: 'doctor', title: 'Doctor', status: 'done', outcomes: [] } as const;

describe('the sections of a journey', () => {
  const standing = (status: JourneyDocument['status']) =>
    sectionsThatStand({ status, sections: [DONE] } as unknown as JourneyDocument);

  it.each(['active', 'held', 'done'] as const)('stand as they came out while it is %s', status => {
    expect(standing(status)).toEqual([DONE]);
  });

  it.each(['cancelling', 'cancelled'] as const)('are not shown as done once it is %s', status => {
    expect(standing(status)).toEqual([]);
  });
});
