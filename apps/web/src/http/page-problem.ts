import { HttpException } from '@nestjs/common';
import { TaskNotOpen } from '../citizen/task/task-not-open.js';
import { journeyPath } from '../paths.js';
import { ApiProblem } from '../rest/api-problem.js';
import { type PageWords } from '../words/page-words.js';
import { type Posted } from './posted.js';
import { ForeignForm, MandateLapsed, SignInNeeded, TooMuchPosted, WrongRole } from './refusals.js';

/** Something that went wrong, as people read it. */
export interface PageProblem {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** Where to go on; absent: the start page. */
  readonly onward?: { readonly href: string; readonly text: string };
  /** It is ours, and may be over in a while. */
  readonly isFault?: boolean;
  /** They must sign in first. */
  readonly signIn?: boolean;
  /** It may be asked for or sent again: after so many seconds, where that is known. */
  readonly wait?: { readonly seconds?: number | undefined };
  /** What was sent and was not taken, or nobody knows whether it arrived. */
  readonly posted?: Posted;
  /** By which we find it in our logs. */
  readonly occurrence?: string;
}

/** What to say of an error. What the API says is said as it says it; what is ours alone has words of its own. */
export function pageProblemOf(error: unknown, { problems, mandates }: PageWords): PageProblem {
  if (error instanceof SignInNeeded)
    return { status: 401, ...(error.isKept ? problems.signInKept : problems.signIn), signIn: true };
  if (error instanceof WrongRole) {
    const isHelper = error.role === 'caseworker' && error.face === 'citizen';
    return { status: 403, ...(isHelper ? problems.helpsNobody : problems.roles[error.face]) };
  }
  if (error instanceof ForeignForm) return { status: 403, ...problems.form };
  if (error instanceof MandateLapsed) {
    return { status: 403, title: mandates.lapsed.title(error.person.name), text: mandates.lapsed.text };
  }
  if (error instanceof TooMuchPosted) return { status: 413, ...problems.tooMuch };
  if (error instanceof TaskNotOpen) {
    const onward = { href: journeyPath(error.journey.id), text: problems.toJourney };
    return { status: 409, ...problems.taskOver, onward };
  }
  if (error instanceof ApiProblem) return ofApi(error, problems);
  if (error instanceof HttpException && error.getStatus() === 404)
    return { status: 404, ...problems.notFound };
  if (error instanceof HttpException && error.getStatus() < 500)
    return { status: error.getStatus(), ...problems.invalid };
  return { status: 500, isFault: true, ...problems.unavailable };
}

/**
 * What to say when something was sent: whether it arrived, or was taken. Unless its form has been read, nothing has become of it.
 *
 * @param journey the one in which it was sent
 */
export function postProblem(
  problem: PageProblem,
  posted: Posted | undefined,
  journey: string | undefined,
  { problems }: PageWords,
): PageProblem {
  const { isFault = false, wait } = problem;
  if (!wait && !isFault) return problem;
  if (!posted) return isFault ? { ...problem, ...problems.lost } : problem;
  const said = isFault ? { title: problems.unsure.title, text: problems.unsure.text } : {};
  const onward = journey !== undefined && { href: journeyPath(journey), text: problems.toJourney };
  return { ...problem, ...said, posted, ...(onward && { onward }) };
}

function ofApi({ status, document, retryAfter }: ApiProblem, problems: PageWords['problems']): PageProblem {
  const occurrence = document && { occurrence: document.instance.replace('urn:uuid:', '') };
  switch (status) {
    case 401:
      return { status, ...problems.signIn, signIn: true };
    case 403:
      return {
        status,
        ...problems.notAllowed,
        ...(document && { title: document.title, text: document.detail }),
      };
    case 404:
      return { status, ...problems.notFound };
    case 409:
    case 412:
      return {
        status,
        ...problems.conflict,
        ...(document && { title: document.title, text: document.detail }),
      };
    case 413:
      return { status, ...problems.tooMuch };
    case 429:
      return { status, ...problems.tooMany, wait: { seconds: retryAfter } };
    case 400:
    case 422:
      return { status, ...problems.invalid };
    default:
      return {
        status: 503,
        isFault: true,
        ...problems.unavailable,
        ...occurrence,
        ...(retryAfter !== undefined && { wait: { seconds: retryAfter } }),
      };
  }
}
