import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InVisit, type Visit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { JourneyHead } from './journey-head.js';

const JOURNEY = {
  title: 'Blive digital borger',
  reference: 'BLI-1',
  startedAt: '2026-11-30T13:00:00Z',
  participants: ['Ask Skov', 'den, der har forældremyndigheden', 'den, der har forældremyndigheden'].map(
    (name, index) => ({ name, you: index === 0, subject: false }),
  ),
} as unknown as JourneyDocument;

describe('the head of a journey', () => {
  it('names each of those who take part once, also two who are called the same', () => {
    const value = { language: 'da', words: DANISH } as Visit;
    const html = renderToString(h(InVisit, { value }, h(JourneyHead, { journey: JOURNEY })));
    expect(html).toContain('Med i forløbet: den, der har forældremyndigheden.');
  });
});
