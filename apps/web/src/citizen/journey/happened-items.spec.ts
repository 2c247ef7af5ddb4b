import { type HappeningDocument } from '../../rest/documents.js';
import { DANISH } from '../../words/da.js';
import { happenedItems } from './happened-items.js';

describe('the history of a journey', () => {
  const who = (happening: Partial<HappeningDocument>) => {
    const at = {
      id: 'a',
      at: '2028-01-03T10:00:00Z',
      kind: 'submitted',
      text: 'Svar',
      entered: [],
      left: [],
    };
    return happenedItems([{ ...at, ...happening } as unknown as HappeningDocument], DANISH, 'da')[0]?.who;
  };

  it('says of nothing that was done for the reader that they did it themselves', () => {
    expect(who({ by: 'you' })).toBe('Dig');
    expect(who({ by: 'you', doneBy: 'En sagsbehandler i Vejle Kommune' })).toBe('En anden, for dig');
    expect(who({})).toBeUndefined();
  });
});
