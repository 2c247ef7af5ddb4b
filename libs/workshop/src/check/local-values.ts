import { type Definition, type ParameterValue, type Place } from '#journey';

/** One value that a municipality sets, and where it is written. */
export interface LocalValue {
  readonly code: string;
  readonly name: string;
  readonly value: ParameterValue;
  readonly before: ParameterValue | undefined;
  readonly place: Place;
}

/** Every value of every overlay that a definition uses. */
export function localValues({ overlays, sources }: Definition): LocalValue[] {
  return Object.entries(overlays).flatMap(([code, overlay]) => {
    const source = sources.overlays[code];
    if (!source) return [];
    return Object.entries(overlay).flatMap(([name, values]) =>
      values.map((value, index) => ({
        code,
        name,
        value,
        before: values[index - 1],
        place: { source, path: ['parameters', name, index] },
      })),
    );
  });
}
