import { HttpException, NotFoundException } from '@nestjs/common';
import { ApiProblem } from '../rest/api-problem.js';
import { type ProblemDocument } from '../rest/documents.js';
import { DANISH } from '../words/da.js';
import { pageProblemOf, postProblem } from './page-problem.js';
import { Posted } from './posted.js';
import { ForeignForm, SignInNeeded, TooMuchPosted, WrongRole } from './refusals.js';

const said = (status: number) =>
  new ApiProblem(status, {
    title: 'Det sagde API’et',
    detail: 'Sådan er det.',
    instance: 'urn:uuid:0b0e',
  } as unknown as ProblemDocument);

describe('a page about what went wrong', () => {
  it.each<[string, unknown, number, string]>([
    ['a page for those who have signed in', new SignInNeeded(), 401, DANISH.problems.signIn.title],
    ['what was sent too late, and is kept', new SignInNeeded(true), 401, 'Du er ikke logget på længere'],
    ['a token that ended on the way', said(401), 401, DANISH.problems.signIn.title],
    ['another role', new WrongRole('ops'), 403, DANISH.problems.roles.ops.title],
    ['a forged form', new ForeignForm(), 403, DANISH.problems.form.title],
    ['a large file', new TooMuchPosted(), 413, DANISH.problems.tooMuch.title],
    ['what is not theirs', said(404), 404, DANISH.problems.notFound.title],
    ['no such page', new NotFoundException(), 404, DANISH.problems.notFound.title],
    ['a conflict, as the API says it', said(409), 409, 'Det sagde API’et'],
    ['too much at once', said(429), 429, DANISH.problems.tooMany.title],
    ['an API that cannot be reached', new ApiProblem(503), 503, DANISH.problems.unavailable.title],
    ['an API that fails', said(500), 503, DANISH.problems.unavailable.title],
    ['a mistake of ours', new TypeError('x'), 500, DANISH.problems.unavailable.title],
    ['a request that is none', new HttpException('x', 400), 400, DANISH.problems.invalid.title],
  ])('says it of %s', (_what, error, status, title) => {
    expect(pageProblemOf(error, DANISH)).toMatchObject({ status, title });
  });

  it('may be over in a while only where it is ours', () => {
    expect(pageProblemOf(said(503), DANISH).isFault).toBe(true);
    expect(pageProblemOf(new TypeError('x'), DANISH).isFault).toBe(true);
    expect(pageProblemOf(said(409), DANISH).isFault).toBeUndefined();
  });

  it('says of what was sent that nobody knows whether it arrived, or that it did not', () => {
    const posted = new Posted(new FormData());
    const fault = pageProblemOf(new ApiProblem(503), DANISH);
    expect(postProblem(fault, posted, 'a-journey', DANISH)).toMatchObject({
      status: 503,
      title: DANISH.problems.unsure.title,
      posted,
      onward: { href: '/forloeb/a-journey' },
    });
    expect(postProblem(fault, posted, undefined, DANISH).onward).toBeUndefined();
    expect(postProblem(fault, undefined, undefined, DANISH)).toMatchObject(DANISH.problems.lost);
    const tooMany = pageProblemOf(new ApiProblem(429, undefined, 90), DANISH);
    expect(postProblem(tooMany, posted, undefined, DANISH)).toEqual({ ...tooMany, posted });
    expect(postProblem(tooMany, undefined, undefined, DANISH)).toBe(tooMany);
    expect(tooMany.wait).toEqual({ seconds: 90 });
    const refused = pageProblemOf(said(409), DANISH);
    expect(postProblem(refused, posted, undefined, DANISH)).toBe(refused);
  });

  it('gives the number by which an unexpected failure is found', () => {
    expect(pageProblemOf(said(500), DANISH).occurrence).toBe('0b0e');
    expect(pageProblemOf(said(404), DANISH).occurrence).toBeUndefined();
  });
});
