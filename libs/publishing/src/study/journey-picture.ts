import { type Language, readJourney, type ServiceCatalogue } from '#journey';
import { type StoredDefinition } from '#runtime';
import {
  branchOf,
  describeDrawing,
  type DescribedState,
  drawSvg,
  foldsOf,
  overviewOf,
  toDrawing,
} from '#workshop';

export interface PictureTask {
  readonly id: string;
  readonly version: StoredDefinition;
  /** Path of the state to draw with all inside it; absent: the whole, with each branch as one box where it is large. */
  readonly branch?: string | undefined;
  readonly language: Language;
  /** The day whose numbers of the law are shown. */
  readonly day: string;
}

export interface PictureBranch {
  readonly path: string;
  readonly title: string;
}

/** A picture, and the same in words; plain data, for it comes from another thread. */
export interface JourneyPicture {
  readonly title: string;
  readonly description: string;
  /** What else can be drawn of the same version. */
  readonly branches: readonly PictureBranch[];
  readonly states: readonly DescribedState[];
  readonly svg: string;
}

/** Draws one branch of a version. Undefined: it has no such branch. */
export async function drawPicture(
  { version, branch, language, day }: PictureTask,
  catalogue: ServiceCatalogue,
): Promise<JourneyPicture | undefined> {
  const definition = readJourney(version.sources).definitions.find(({ hash }) => hash === version.hash);
  if (!definition) return undefined;
  const effective = day > definition.effective ? day : definition.effective;
  const whole = toDrawing({ definition, catalogue, language, day: effective });
  const folds = foldsOf(whole);
  if (branch !== undefined && !folds.includes(branch)) return undefined;
  const branches = folds.map(path => {
    const { title } = branchOf(whole, path);
    return { path, title: title.slice(whole.title.length + 2) };
  });
  const drawing = branch === undefined ? overviewOf(whole, folds) : branchOf(whole, branch);
  return {
    title: drawing.title,
    description: drawing.description,
    branches,
    states: describeDrawing(drawing),
    svg: await drawSvg(drawing),
  };
}
