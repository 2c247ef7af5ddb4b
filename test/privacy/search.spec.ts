import { search } from './search.js';

const TEXT = 'Ømdaltvej 4711';

describe('the search for what must not be found', () => {
  const found = (bytes: string | Buffer) => search([{ name: 'here', bytes: Buffer.from(bytes) }], [TEXT]);

  it.each([
    ['as it is', `before ${TEXT} after`],
    ['in hex', Buffer.from(`x${TEXT}`).toString('hex')],
    ['in upper-case hex', Buffer.from(TEXT).toString('hex').toUpperCase()],
    ['in base64, at the beginning', Buffer.from(`${TEXT}!`).toString('base64')],
    ['in base64, after one byte', Buffer.from(`a${TEXT}bc`).toString('base64')],
    ['in base64, after two bytes', Buffer.from(`ab${TEXT}`).toString('base64')],
    ['in base64url', Buffer.from(`{"address":"${TEXT}"}`).toString('base64url')],
    ['in a URL', `/?q=${encodeURIComponent(TEXT)}`],
    ['in escaped JSON', '"\\u00d8mdaltvej 4711"'],
    ['in UTF-16', Buffer.from(TEXT, 'utf16le')],
    ['in ISO 8859-1', Buffer.from(TEXT, 'latin1')],
  ])('finds it %s', (_, bytes) => {
    expect(found(bytes)).not.toEqual([]);
  });

  it('finds nothing where there is nothing', () => {
    expect(found('Ømdaltvej 4712')).toEqual([]);
  });
});
