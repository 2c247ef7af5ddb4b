import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { dateAt, isIsoDate, iso } from '#calendar';
import { bearerOf, type Caller } from '#identity';
import { type Language } from '#journey';
import { type Assistance, Assistances, PersonVault, RequestError, UnregisteredParticipants } from '#runtime';
import { cprNumber } from '#schema';
import { Caseworker } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Audited } from '../audit/audited.js';
import { authorityName } from '../citizen/authority-name.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { EdgeError } from '../problem/edge-error.js';
import { Problems } from '../problem/problems.decorator.js';
import { AssistanceDocument, AssistanceList, BeginAssistance } from './assistance-documents.js';

/** A caseworker's own: whom they help today. */
@Caseworker()
@Localized()
@ApiTags('caseworker')
@Controller('assistances')
export class AssistancesController {
  constructor(
    private readonly assistances: Assistances,
    private readonly vault: PersonVault,
    private readonly unregistered: UnregisteredParticipants,
    private readonly persons: PersonExchange,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whom you help today' })
  @ApiOkResponse({ type: AssistanceList })
  async list(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<AssistanceList> {
    const open = await this.assistances.of(bearerOf(caller));
    return { items: await Promise.all(open.map(assistance => this.#document(assistance, language))) };
  }

  /** Whether somebody has the number is not told: whoever is unknown so far has no cases. */
  @Post()
  @Limited('starts')
  @Audited('assistance-begun', ({ id }: AssistanceDocument) => [id])
  @ApiOperation({
    summary: 'Begin to help a person who is there, or who has sent a letter',
    description:
      'Whoever has no CPR number is found by the number of their case and their name. ' +
      'Until midnight, or until you end it, the routes for citizens are open to you with On-Behalf-Of. The person sees in their ' +
      'log what was looked at and done, and is told by post of each case in which something was done.',
  })
  @ApiCreatedResponse({ type: AssistanceDocument })
  @Problems('invalid', 'not-impartial')
  async begin(
    @Body() body: BeginAssistance,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<AssistanceDocument> {
    const { identified, receivedOn, reason } = body;
    if (receivedOn !== undefined && !isIsoDate(receivedOn))
      throw invalid('/receivedOn', 'format', 'must be a day that there is');
    const assistance = await this.assistances.begin({
      caseworker: bearerOf(caller),
      authority: caller.authority!,
      person: await this.#personOf(body),
      identified,
      ...(receivedOn !== undefined && { receivedOn }),
      reason,
    });
    return this.#document(assistance, language);
  }

  @Delete(':assistance')
  @HttpCode(204)
  @Audited('assistance-ended', (_, { params }) => [String(params['assistance'])])
  @ApiOperation({ summary: 'End it at once, and what is listened to under it' })
  @ApiNoContentResponse({ description: 'It has ended' })
  @Problems('unknown-assistance')
  async end(@Param('assistance') assistance: string, @Calling() caller: Caller): Promise<void> {
    if (await this.assistances.end(assistance, bearerOf(caller))) return;
    throw new EdgeError(
      'unknown-assistance',
      'You have no open assistance of this id; see GET /v1/assistances.',
    );
  }

  /** Whoever has a CPR number is known by it; whoever has none is known in their case alone. */
  async #personOf({ cpr: written, reference, name }: BeginAssistance): Promise<string> {
    if (written === undefined && reference !== undefined) {
      if (name === undefined) throw invalid('/name', 'required', 'must be given with the number of the case');
      return this.unregistered.find(reference, name);
    }
    const cpr = cprNumber(written ?? '');
    if (cpr === undefined) throw invalid('/cpr', 'cpr', 'must be a CPR number of ten digits, DDMMYYXXXX');
    return this.vault.personOf(cpr);
  }

  async #document(assistance: Assistance, language: Language): Promise<AssistanceDocument> {
    const { id, authority, person, identified, receivedOn, reason, from, until } = assistance;
    return {
      id,
      person,
      name: (await this.unregistered.nameOf(person)) ?? (await this.persons.nameOf(person)),
      identified,
      ...(receivedOn !== undefined && { receivedOn }),
      reason,
      authorityName: authorityName(authority, this.catalogue, language, dateAt(from)),
      from: iso(from),
      until: iso(until),
    };
  }
}

function invalid(path: string, code: string, message: string): RequestError {
  return new RequestError('invalid', 'what was sent does not fit', [{ path, code, message }]);
}
