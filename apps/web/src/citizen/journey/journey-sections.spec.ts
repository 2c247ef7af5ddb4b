import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InVisit, type Visit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { JourneySections } from './journey-sections.js';

const FAREWELL = {
  section: 'farewell',
  title: 'Afsked',
  status: 'notNeeded',
  outcomes: [{ text: 'Sygehuset hjælper, hvis I vil tage afsked' }],
};

describe('the sections of a journey on its page', () => {
  const shown = (quiet: boolean): string => {
    const journey = { id: 'j', status: 'active', quiet, tasks: [], awaited: [], sections: [FAREWELL] };
    const value = { language: 'da', words: DANISH } as Visit;
    const sections = h(JourneySections, { journey: journey as unknown as JourneyDocument });
    return renderToString(h(InVisit, { value }, sections));
  };

  it('are put away when they were not needed', () => {
    expect(shown(false)).toMatch(/<details.*Afsked.*Ikke nødvendigt.*<\/details>/);
  });

  it('are not called unneeded after a loss, where it stands what came of them', () => {
    expect(shown(true)).toContain('Sygehuset hjælper, hvis I vil tage afsked');
    expect(shown(true)).not.toMatch(/<details|Ikke nødvendigt/);
  });
});
