import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InVisit, type Visit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { OthersWork } from './others-work.js';
import { YourTasks } from './your-tasks.js';

const visit = { language: 'da', words: DANISH } as Visit;
const shown = (page: VNode): string => renderToString(h(InVisit, { value: visit }, page));

const journey = {
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
const AWAITED = 'Vi venter på at få at vide: Flytningen er registreret';

describe('what a journey page says once', () => {
  it('is a report that is waited for: at its section, else with what others are at', () => {
    expect(shown(h(OthersWork, { journey }))).toContain(`<h2>Det arbejder andre på</h2>`);
    expect(shown(h(OthersWork, { journey }))).toContain(AWAITED);
    const sections = [
      { section: 'move', title: 'Flytning', status: 'theirs', outcomes: [], next: { text: AWAITED } },
    ];
    const atSection = shown(h(OthersWork, { journey: { ...journey, sections } as JourneyDocument }));
    expect(atSection).not.toContain(AWAITED);
    expect(atSection).not.toContain('<h2>');
    const other = [{ ...sections[0]!, next: { text: 'Vælg læge', task: 'doctor' } }];
    expect(shown(h(OthersWork, { journey: { ...journey, sections: other } as JourneyDocument }))).toContain(
      AWAITED,
    );
  });

  it('is what they may do: in its list, and above it that nothing must be done', () => {
    const tasks = [{ task: 'doctor', title: 'Vælg læge', kind: 'may' }];
    const next = { text: 'Vælg læge', task: 'doctor' };
    const html = shown(h(YourTasks, { journey: { ...journey, tasks, next } as unknown as JourneyDocument }));
    expect(html.split('Vælg læge')).toHaveLength(2);
    expect(html).toContain('<p>Du skal ikke gøre noget lige nu.</p>');
    const waits = { ...journey, next: { text: AWAITED } } as JourneyDocument;
    expect(shown(h(YourTasks, { journey: waits }))).toContain(AWAITED);
  });
});
