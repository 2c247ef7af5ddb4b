import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { iso } from '#calendar';
import { type Caller, requesterOf } from '#identity';
import { type Language, type OpenTask } from '#journey';
import { JourneyReader, JourneyRuntime, RequestError } from '#runtime';
import { isObject, type JsonSchema, keysOf, propertiesOf } from '#schema';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Helps } from '../audit/helping-act.js';
import { requestDigest } from '../http/precondition/idempotency-key.js';
import { IdempotencyKey } from '../http/precondition/idempotent.js';
import { IfMatch } from '../http/precondition/if-match.js';
import { EntityTagged } from '../http/representation/entity-tag.interceptor.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { withPlainNumbers } from '../persons/plain-numbers.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { type HandleScope } from '../persons/person-handle.js';
import { type LabelledField } from '../problem/problem-of.js';
import { Problems } from '../problem/problems.decorator.js';
import { JourneyDocument } from './journey-document.js';
import { JourneyPresenter, wordsFor } from './journey-presenter.js';
import { KeptDraft, TaskAnswer, TaskDraft } from './task-answer.js';

/** Why an event is not taken as things stand, sent or only checked. */
const REFUSED = [
  'invalid',
  'unknown-journey',
  'unknown-task',
  'not-offered',
  'not-your-role',
  'journey-ended',
  'journey-held',
] as const;

@Citizen()
@ApiTags('citizen')
@Controller('journeys/:journey/tasks/:task')
export class TasksController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly reader: JourneyReader,
    private readonly presenter: JourneyPresenter,
    private readonly persons: PersonExchange,
  ) {}

  @Post()
  @Helps('assisted-send')
  @Localized()
  @EntityTagged()
  @Limited('submissions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do a task: send one of the events it offers, with the data of its form' })
  @ApiOkResponse({ type: JourneyDocument, description: 'The journey as it stands now' })
  @Problems(...REFUSED, 'malformed-header', 'key-reused', 'stale')
  async submit(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Body() answer: TaskAnswer,
    @IfMatch() version: string | undefined,
    @IdempotencyKey() key: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<JourneyDocument> {
    const { person } = caller;
    const expects = this.presenter.versionOf(journey, person, version);
    const { event, data } = answer;
    // Of what was sent: whom a handle stands for may be forgotten by the time the request comes again.
    const digest = requestDigest({ task, event, data: withPlainNumbers(data ?? null) });
    const scope = { journey, task, viewer: person };
    const record = await this.runtime
      .submit({
        journey,
        ...requesterOf(caller),
        task,
        event,
        ...(data !== undefined && { data }),
        exchange: (sent, form) => this.persons.idsIn(sent, form, scope),
        ...(expects !== undefined && { expects }),
        ...(key !== undefined && { key, digest }),
      })
      .catch((error: unknown) => this.#pointIntoForm(error, scope, language));
    return this.presenter.of(record, person, language);
  }

  @Post('check')
  @Helps('assisted-look')
  @Limited('drafts')
  @HttpCode(204)
  @ApiOperation({ summary: 'Whether an event with its data would be taken as things stand. Nothing is sent' })
  @ApiNoContentResponse({ description: 'It would be' })
  @Problems(...REFUSED)
  async check(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Body() { event, data }: TaskAnswer,
    @Calling() { person }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<void> {
    const scope = { journey, task, viewer: person };
    await this.runtime
      .check({
        journey,
        person,
        task,
        event,
        ...(data !== undefined && { data }),
        exchange: async (sent, form) => this.persons.standInsIn(sent, form, scope),
      })
      .catch((error: unknown) => this.#pointIntoForm(error, scope, language));
  }

  @Get('draft')
  @ApiOperation({ summary: 'What you have filled in so far' })
  @ApiOkResponse({ type: KeptDraft })
  @Problems('unknown-journey', 'not-offered')
  async draft(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Calling() { person }: Caller,
  ): Promise<KeptDraft> {
    const draft = await this.reader.draft(journey, task, person);
    return draft ? { data: draft.data, savedAt: iso(draft.savedAt) } : { data: {} };
  }

  @Put('draft')
  @Helps('assisted-fill')
  @Limited('drafts')
  @HttpCode(204)
  @ApiOperation({ summary: 'Keep what you have filled in so far' })
  @ApiNoContentResponse({ description: 'Kept until the task is done' })
  @Problems('invalid', 'unknown-journey', 'not-offered')
  async saveDraft(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Body() { data }: TaskDraft,
    @Calling() { person, holder }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<void> {
    await this.runtime
      .saveDraft(journey, task, person, data, holder)
      .catch((error: unknown) => this.#pointIntoForm(error, { journey, task, viewer: person }, language));
  }

  /** The use case knows the data alone; the caller sent it as a member of the body, in fields that have labels. */
  async #pointIntoForm(
    error: unknown,
    { journey, task, viewer }: HandleScope,
    language: Language,
  ): Promise<never> {
    if (!(error instanceof RequestError) || error.code !== 'invalid') throw error;
    const opened = await this.reader.open(journey, viewer);
    const words = wordsFor(opened, language);
    const { schema: form, choices } = this.reader.openTask(opened, task);
    const fields = error.fields.map((field): LabelledField => {
      const keys = keysOf(field.path);
      const label = words.field(
        task,
        keys.filter(key => !/^\d+$/.test(key)),
      );
      const schema = fieldSchema(form, choices, keys);
      return {
        ...field,
        path: `/data${field.path}`,
        ...(label !== undefined && { label }),
        ...(schema !== undefined && { schema }),
      };
    });
    throw new RequestError(error.code, error.message, fields);
  }
}

/** How a form asks for the field at a place in its data: where one of several is offered, to choose among these and not to write. */
function fieldSchema(
  form: JsonSchema,
  choices: OpenTask['choices'],
  keys: readonly string[],
): JsonSchema | undefined {
  const schema = keys.reduce<JsonSchema | undefined>((whole, key) => {
    if (!isObject(whole)) return undefined;
    return (propertiesOf(whole)[key] ?? whole['items']) as JsonSchema | undefined;
  }, form);
  const offered = keys.length === 1 ? choices[keys[0]!] : undefined;
  return offered && isObject(schema) && schema['type'] !== 'array'
    ? { ...schema, enum: offered.map(({ value }) => value) }
    : schema;
}
