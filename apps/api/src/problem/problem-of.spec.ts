import { NotFoundException } from '@nestjs/common';
import { TokenError } from '#identity';
import { DefinitionError, LANGUAGES } from '#journey';
import { InvariantError, RequestError, RetryableError, UncancellableError } from '#runtime';
import { EdgeError } from './edge-error.js';
import { PROBLEM_CODES, PROBLEM_STATUS } from './problem-code.js';
import { problemDocument } from './problem-document.js';
import { problemOf } from './problem-of.js';
import { PROBLEM_WORDS } from './problem-words.js';

const ID = '0195a6c0-0000-7000-8000-000000000000';
const documentOf = (error: unknown, language: 'da' | 'en' = 'en') =>
  problemDocument(problemOf(error), language, ID);

describe('problems', () => {
  it('have a status and words in every language, each kind of its own', () => {
    for (const language of LANGUAGES) {
      const titles = PROBLEM_CODES.map(
        code => `${PROBLEM_WORDS[language][code].title} ${PROBLEM_WORDS[language][code].explanation}`,
      );
      expect(new Set(titles).size).toBe(PROBLEM_CODES.length);
    }
    for (const code of PROBLEM_CODES) expect(PROBLEM_STATUS[code]).toBeGreaterThanOrEqual(400);
  });

  it("are the caller's when a use case refuses, with each field", () => {
    const fields = [{ path: '/data/date', code: 'required', message: 'is required' }];
    expect(documentOf(new RequestError('invalid', 'it does not fit', fields))).toEqual({
      type: '/problems/invalid',
      title: 'Not filled in correctly',
      status: 422,
      code: 'invalid',
      detail: 'There is something you need to correct before you can continue.',
      hint: 'it does not fit',
      instance: `urn:uuid:${ID}`,
      errors: [{ pointer: '#/data/date', code: 'required', detail: 'Fill this in.' }],
    });
    expect(documentOf(new RequestError('stale', 'moved'), 'da')).toMatchObject({
      status: 412,
      title: 'Ændret i mellemtiden',
    });
  });

  it('name the one reason why a journey cannot be cancelled', () => {
    const details = (['never', 'notYours', 'tooLate', 'over'] as const).map(
      why => documentOf(new UncancellableError('j', why)).detail,
    );
    expect(details).toEqual([
      'This journey cannot be cancelled.',
      'You cannot cancel the journey. The person who began it can.',
      'The journey is too far on to be cancelled.',
      'The journey has ended.',
    ]);
  });

  it('say when to come back when something is away, and not what', () => {
    const error = new RetryableError('Postgres at db:5432 refused', { retryAfter: 1_500 });
    expect(problemOf(error)).toEqual({ code: 'unavailable', headers: { 'Retry-After': '2' } });
    expect(problemOf(new RetryableError('away')).headers).toEqual({ 'Retry-After': '5' });
    expect(documentOf(error).detail).not.toContain('db:5432');
  });

  it('ask for a token as RFC 6750 has it', () => {
    expect(problemOf(new TokenError('missing-token', 'x')).headers).toEqual({
      'WWW-Authenticate': 'Bearer realm="overgang"',
    });
    expect(problemOf(new TokenError('expired-token', 'x')).headers?.['WWW-Authenticate']).toContain(
      'error="invalid_token"',
    );
  });

  it('carry headers and diagnostics', () => {
    expect(
      problemOf(new EdgeError('method-not-allowed', 'x', { headers: { Allow: 'GET' } })).headers,
    ).toEqual({ Allow: 'GET' });
    const diagnostic = {
      code: 'yaml',
      severity: 'error',
      file: 'a',
      line: 1,
      column: 1,
      message: 'm',
      remedy: 'r',
    } as const;
    expect(documentOf(new DefinitionError('moving', [diagnostic])).diagnostics).toEqual([diagnostic]);
  });

  it.each([
    new InvariantError('x', 'secret 0101901234'),
    new Error('secret'),
    'secret',
    undefined,
    new TypeError('secret'),
  ])('of ours say nothing of themselves: %s', error => {
    expect(documentOf(error)).toMatchObject({ code: 'fault', status: 500 });
    expect(JSON.stringify(documentOf(error))).not.toContain('secret');
  });

  it('of the framework are told by their status alone', () => {
    expect(documentOf(new NotFoundException('Cannot GET /v1/0101901234'))).toMatchObject({
      code: 'no-such-route',
    });
    expect(JSON.stringify(documentOf(new NotFoundException('Cannot GET /v1/0101901234')))).not.toContain(
      '0101901234',
    );
    expect(documentOf(new URIError('malformed'))).toMatchObject({ status: 400 });
  });
});
