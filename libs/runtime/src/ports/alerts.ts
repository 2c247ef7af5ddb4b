/** Calls a person. Messages name journeys, authorities and codes, never content. */
export abstract class Alerts {
  abstract raise(alert: {
    readonly journey?: string;
    readonly dispatch?: string;
    readonly authority?: string;
    readonly code: string;
    readonly message: string;
  }): void;
}
