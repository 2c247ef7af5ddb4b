import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InVisit, type Visit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { OthersWork } from './others-work.js';
import { YourTasks } from './your-tasks.js';

const visit = { language: 'da', words: DANISH } as Visit;
const shown = (Part: typeof OthersWork, journey: JourneyDocument): string =>
  renderToString(h(InVisit, { value: visit }, h(Part, { journey })));

const JOURNEY = {
  id: 'j',
  status: 'active',
  quiet: false,
  needsYou: false,
  tasks: [],
  others: [],
  authorities: [],
  awaited: [{ step: 'waiting', event: 'cpr.moveRegistered', text: 'Flytningen er registreret' }],
  timers: [],
  sections: [],
} as unknown as JourneyDocument;
const AWAITED = 'Vi venter på beskeden ”Flytningen er registreret”';

describe('what a journey page says once', () => {
  it('is a report that is waited for: at its section, else with what others are at', () => {
    expect(shown(OthersWork, JOURNEY)).toContain(`<h2>Det arbejder andre på</h2>`);
    expect(shown(OthersWork, JOURNEY)).toContain(AWAITED);
    const sections = [
      { section: 'move', title: 'Flytning', status: 'theirs', outcomes: [], next: { text: AWAITED } },
    ];
    const atSection = shown(OthersWork, { ...JOURNEY, sections } as JourneyDocument);
    expect(atSection).not.toContain(AWAITED);
    expect(atSection).not.toContain('<h2>');
    const other = [{ ...sections[0]!, next: { text: 'Vælg læge', task: 'doctor' } }];
    expect(shown(OthersWork, { ...JOURNEY, sections: other } as JourneyDocument)).toContain(AWAITED);
  });

  it('is what happens by itself, from the day on, and until then only where nothing else says it', () => {
    const timers = [
      { step: 'waiting', lastDay: '2028-01-02', then: 'Ungeydelsen kommer hver måned', text: 'Du venter' },
    ];
    const ahead = { ...JOURNEY, awaited: [], timers } as unknown as JourneyDocument;
    expect(shown(OthersWork, ahead)).toContain(
      'Fra mandag den 3. januar 2028: Ungeydelsen kommer hver måned. Indtil da: Du venter.',
    );
    const sections = [
      { section: 'youth', title: 'Ydelse', status: 'theirs', outcomes: [], next: { text: 'Du venter' } },
    ];
    expect(shown(OthersWork, { ...ahead, sections } as unknown as JourneyDocument)).not.toContain('Indtil');
    const dated = [{ ...timers[0]!, text: 'Du får den fra mandag den 3. januar 2028' }];
    expect(shown(OthersWork, { ...ahead, timers: dated } as unknown as JourneyDocument)).not.toContain(
      'Indtil',
    );
  });

  it('is what they may do: in its list, and above it that nothing must be done', () => {
    const tasks = [{ task: 'doctor', title: 'Vælg læge', kind: 'may' }];
    const next = { text: 'Vælg læge', task: 'doctor' };
    const html = shown(YourTasks, { ...JOURNEY, tasks, next } as unknown as JourneyDocument);
    expect(html.split('Vælg læge')).toHaveLength(2);
    expect(html).toContain('<p>Du skal ikke gøre noget lige nu.</p>');
    const waits = { ...JOURNEY, next: { text: AWAITED } } as JourneyDocument;
    expect(shown(YourTasks, waits)).toContain(AWAITED);
  });

  it('is how to appeal: apart from what they may do, and no card of its own', () => {
    const tasks = [
      { task: 'doctor', title: 'Vælg læge', kind: 'may', appeals: false },
      { task: 'pension', title: 'Klag over pensionen', kind: 'may', appeals: true, lastDay: '2028-01-03' },
    ];
    const html = shown(YourTasks, { ...JOURNEY, tasks } as unknown as JourneyDocument);
    const [may = '', disagree = ''] = html.split('<h2>Hvis du er uenig</h2>');
    expect(may).toContain('Vælg læge');
    expect(may).not.toContain('Klag');
    expect(disagree).toMatch(
      /^<ul>.*Klag over pensionen<\/a> – senest mandag den 3\. januar 2028<\/li><\/ul>/,
    );
  });
});
