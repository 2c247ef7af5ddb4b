import { type Visit } from '../../http/visit.js';
import { type JourneyDocument, type SectionDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { sectionStanding, sectionsThatStand } from './section-standing.js';

const DONE = { section: 'doctor', title: 'Doctor', status: 'done', outcomes: [] } as const;

describe('the sections of a journey', () => {
  const standing = (status: JourneyDocument['status']) =>
    sectionsThatStand({ status, sections: [DONE] } as unknown as JourneyDocument);

  it.each(['active', 'held', 'done'] as const)('stand as they came out while it is %s', status => {
    expect(standing(status)).toEqual([DONE]);
  });

  it('are not under way while nobody is at them, and what they wait for has yet to happen', () => {
    const visit = { language: 'da', words: DANISH } as Visit;
    const journey = { quiet: false, tasks: [] } as unknown as JourneyDocument;
    const birth = (next: object) => ({ status: 'theirs', next }) as unknown as SectionDocument;
    const awaited = birth({ text: 'Vi venter på beskeden ”Barnet er født”', awaits: 'cpr.birth' });
    expect(sectionStanding(awaited, journey, visit)).toBe('Endnu ikke');
    expect(sectionStanding(birth({ text: 'Hospitalet finder en tid' }), journey, visit)).toBe('I gang');
    expect(sectionStanding(awaited, { ...journey, quiet: true }, visit)).toBe('I gang');
  });

  it('are decided while nothing is left of them but to appeal', () => {
    const visit = { language: 'da', words: DANISH } as Visit;
    const section = { status: 'yours', next: { text: 'Klag', task: 'appeal', lastDay: '2028-01-03' } };
    const standingWith = (appeals: boolean) => {
      const journey = { quiet: false, awaited: [], tasks: [{ task: 'appeal', kind: 'may', appeals }] };
      return sectionStanding(
        section as unknown as SectionDocument,
        journey as unknown as JourneyDocument,
        visit,
      );
    };
    expect(standingWith(true)).toBe('Afgjort');
    expect(standingWith(false)).toBe('Åben til og med mandag den 3. januar 2028');
  });

  it('are never called a success once somebody has died', () => {
    const visit = { language: 'da', words: DANISH } as Visit;
    const standingIf = (bereaved: boolean) =>
      sectionStanding(
        DONE,
        { quiet: false, bereaved, awaited: [], tasks: [] } as unknown as JourneyDocument,
        visit,
      );
    expect([standingIf(false), standingIf(true)]).toEqual(['Færdig', 'Afsluttet']);
  });

  it.each(['cancelling', 'cancelled'] as const)('are not shown as done once it is %s', status => {
    expect(standing(status)).toEqual([]);
  });
});
