import { type Words } from '#journey';

/** `directory.yaml`, once its schema and the rules across its keys have let it pass. */
export interface DirectoryData {
  readonly regions: Readonly<Record<string, Region>>;
  readonly municipalities: Readonly<Record<string, { readonly name: Words; readonly region: string }>>;
  readonly without: Readonly<Record<string, { readonly name: Words; readonly because: Words }>>;
  readonly tasks: Readonly<Record<string, MovedTask>>;
  readonly operators: readonly OperatorAgreement[];
}

export interface Region {
  readonly name: Words;
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly ends?: { readonly until: string; readonly successor: string; readonly law: string };
}

/** A task that passes from the municipalities to the regions. */
export interface MovedTask {
  readonly name: Words;
  readonly regionalFrom: string;
  readonly partly?: true;
  readonly law: string;
}

/** Who does the work of a task in some municipalities. */
export interface OperatorAgreement {
  readonly task: string;
  readonly municipalities: readonly string[];
  readonly from: string;
  readonly until?: string;
  readonly operator: string;
}
