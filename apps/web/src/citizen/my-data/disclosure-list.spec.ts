import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InVisit, type Visit } from '../../http/visit.js';
import { type DisclosureDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { DisclosureList } from './disclosure-list.js';

const POST = {
  id: 'a',
  at: '2028-01-03T10:00:10Z',
  text: 'Digital Post afleverer en meddelelse',
  authorityName: 'Digital Post',
};

describe('a list of who used which data', () => {
  const shown = (...items: Partial<DisclosureDocument>[]): string => {
    const value = { language: 'da', words: DANISH } as Visit;
    const list = items.map(item => ({ ...POST, ...item })) as unknown as DisclosureDocument[];
    return renderToString(h(InVisit, { value }, h(DisclosureList, { items: list })));
  };

  it('says once what reads the same, and how often it was', () => {
    const html = shown(
      {},
      { id: 'b', at: '2028-01-03T10:00:40Z' },
      { id: 'c', text: 'Skat oplyser indkomst' },
    );
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('(2 gange)');
  });

  it('keeps apart what was at another time, or with another between', () => {
    const html = shown({}, { at: '2028-01-03T10:01:10Z' }, { text: 'Skat oplyser indkomst' }, {});
    expect(html.match(/<li>/g)).toHaveLength(4);
    expect(html).not.toContain('gange');
  });
});
