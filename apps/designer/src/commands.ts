export type OptionName =
  | 'all'
  | 'as'
  | 'at'
  | 'clientProcessId'
  | 'fix'
  | 'from'
  | 'journey'
  | 'lang'
  | 'link'
  | 'mermaid'
  | 'min'
  | 'out'
  | 'place'
  | 'scenario'
  | 'start'
  | 'stdio'
  | 'svg'
  | 'version'
  | 'versions';

/** How a command is called: how many words follow it, and which options it takes besides `--journeys`. */
interface CommandUsage {
  readonly least: number;
  readonly most: number;
  readonly options: readonly OptionName[];
  /** Said when a word is missing. */
  readonly example: { readonly say: string; readonly write: string };
}

const ANY = { say: 'Say which journey', write: 'check moving' };

/** Command table of `npm run journey`. */
export const COMMANDS = {
  new: {
    least: 1,
    most: 1,
    options: ['from'],
    example: { say: 'Say what the journey is called', write: 'new adopting-a-child' },
  },
  check: { least: 0, most: 1, options: ['fix'], example: ANY },
  play: {
    least: 1,
    most: 2,
    options: ['start', 'version', 'as', 'place', 'lang'],
    example: { say: 'Say which journey to play', write: 'play moving' },
  },
  draw: {
    least: 1,
    most: 2,
    options: ['svg', 'mermaid', 'out', 'version', 'versions', 'lang', 'scenario', 'all', 'link'],
    example: { say: 'Say which journey to draw', write: 'draw moving' },
  },
  coverage: { least: 0, most: 1, options: ['version', 'min'], example: ANY },
  catalogue: { least: 0, most: 1, options: ['journey', 'at', 'version', 'lang'], example: ANY },
  score: { least: 0, most: 1, options: ['version', 'lang'], example: ANY },
  record: { least: 0, most: 1, options: ['version', 'lang', 'out'], example: ANY },
  diff: {
    least: 3,
    most: 3,
    options: [],
    example: {
      say: 'Say which two versions of which journey to compare',
      write: 'diff moving 2025-01-01 2027-01-01',
    },
  },
  // What editors give a language server; it has no use for them.
  lsp: {
    least: 0,
    most: 0,
    options: ['stdio', 'clientProcessId'],
    example: { say: 'Let an editor start it', write: 'lsp' },
  },
} as const satisfies Readonly<Record<string, CommandUsage>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
