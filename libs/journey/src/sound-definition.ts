import { type ServiceCatalogue } from './catalogue.js';
import { type Definition } from './definition.js';
import { type ExpressionEnvironment } from './expression/expression-environment.js';

declare const SOUND: unique symbol;

/**
 * Branded type: a definition of which everything that it names exists and every expression has the type its place asks
 * for, with the catalogue and the expression environment in which that is so. Compiling one cannot fail. It is made by
 * the check of `libs/workshop` and nowhere else.
 */
export interface SoundDefinition {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly environment: ExpressionEnvironment;
  readonly [SOUND]: true;
}
