/**
 * Admission bounds of the check: many times what the largest journey has, so that no file that a person wrote meets one,
 * and no file that a machine wrote makes the check long. What is found grows no worse than n log n with each of them. A
 * journey that meets one can be split.
 */
export const MOST = {
  files: 1_000,
  versions: 30,
  /** Characters of all files together. */
  inAll: 5_000_000,
  /** Characters of one file. */
  inFile: 2_000_000,
  lines: 40_000,
  /** Commas, colons and ends of lines in one file: about what there is to parse. */
  marks: 250_000,
  /** Keys, values and members of lists in one file, those of an alias counted wherever it is used. */
  values: 150_000,
  /** The same, in one form. */
  formValues: 1_000,
  /** Places of a form once its references are followed. */
  formPlaces: 5_000,
  /** References that lead to references. */
  references: 20,
  states: 10_000,
  transitions: 30_000,
  /** Ways out of one state, each of which is tried after those before it. */
  fromOneState: 250,
  expressions: 12_000,
  /** Characters of one text of a version, expressions among them. */
  inText: 2_500,
  /** Parts of one expression: names, values, operators, calls. */
  parts: 400,
  /** Of brackets, calls and choices within each other in one expression. */
  depth: 40,
} as const;
