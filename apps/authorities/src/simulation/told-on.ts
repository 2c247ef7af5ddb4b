import { type Service } from '#authorities';
import { type IsoDate } from '#calendar';
import { ApplicableSchemas, echo } from '#schema';
import { type JsonObject } from '#statechart';

/** How contracts name the day on which an authority has done something. */
const HAS_DONE =
  /^(?:answered|appointed|approved|confirmed|corrected|decided|examined|issued|left|noted|published|received|referred|registered|sent)On$/;

/** Fields of an answer with the day on which a decision was made. */
export function decisionDays({ tells = [] }: Service): readonly string[] {
  return tells.flatMap(({ is, day }) => (is === 'decision' && day !== undefined ? day : []));
}

/** Whether a field says when an authority has done something, so that it is never of a day to come. */
export function isPastDay(field: string | undefined): boolean {
  return field !== undefined && HAS_DONE.test(field);
}

/**
 * The day on which an example of an answer is told. Examples of a contract tell one story, in which an authority decides weeks after
 * the first request: an answer that says nothing but what follows from its decision keeps its distance to that day, and one that goes by the
 * request as well, to the day of the examples.
 */
export function toldOn(service: Service, input: JsonObject, examplesAsOf: IsoDate): IsoDate {
  const { example } = service;
  const schemas = ApplicableSchemas.of(service.answer);
  const [decided] = decisionDays(service).flatMap(field => dayOf(example.answer[field]) ?? []);
  if (decided === undefined) return examplesAsOf;
  const exchange = { told: example.input, input };
  const follows = Object.entries(example.answer)
    .filter(([field]) => schemas.at(field).say('format', 'date'))
    .every(([field, day]) => {
      const isOfRequest = echo(day ?? null, schemas.at(field), field, exchange) !== undefined;
      return !isOfRequest && (dayOf(day) ?? decided) >= decided;
    });
  return follows ? decided : examplesAsOf;
}

function dayOf(value: unknown): IsoDate | undefined {
  return typeof value === 'string' ? value : undefined;
}
