/** What is wrong with a request, as an RFC 9457 problem document says it. */
export interface ServiceProblem {
  readonly status: number;
  /** Stable, the last part of `type`. */
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  /** Of a refusal: the code of the contract. */
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** The problem as it is sent, `application/problem+json`. */
export function serviceProblem({ type, ...problem }: ServiceProblem): Record<string, unknown> {
  return { type: `urn:overgang:authorities:${type}`, ...problem };
}
