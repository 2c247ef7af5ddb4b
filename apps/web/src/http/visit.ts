import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language } from '#journey';
import { type Face } from '../faces.js';
import { type FormToken, type Visitor } from '../session/signed-in.js';
import { type PageWords } from '../words/page-words.js';

/** All that every page may need to know of the request that it answers. */
export interface Visit {
  readonly language: Language;
  /** The one that somebody is signed in to; of nobody, the first that is served. */
  readonly face: Face;
  readonly words: PageWords;
  /** Path and query, as asked for. */
  readonly address: string;
  /** Network address of the browser, as far as it is known. */
  readonly client?: string;
  /** Absent: nobody has signed in. */
  readonly visitor?: Visitor;
  /** Whoever the visitor acts for is called something else by now. */
  readonly rename?: (name: string) => Promise<void>;
  readonly formToken: FormToken;
  /** Address of a static file, with the hash of its content in it. */
  readonly file: (name: string) => string;
  readonly signInAddress: string;
  readonly signOutAddress: string;
}

const VisitContext = createContext<Visit | undefined>(undefined);

export const InVisit = VisitContext.Provider;

/** *Context*: the visit for which a component is rendered. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('A page is rendered for nobody; render it by `PageRenderer`.');
  return visit;
}

export const useWords = (): PageWords => useVisit().words;
