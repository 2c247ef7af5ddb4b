import { type VNode } from 'preact';

/** A page that is shown again because what was posted cannot be taken as it is. */
export class ShownAgain {
  constructor(
    readonly page: VNode,
    /** 422 when something does not fit, 412 when the case has moved on meanwhile, 409 when another case stands in the way. */
    readonly status: 409 | 412 | 422,
  ) {}
}
