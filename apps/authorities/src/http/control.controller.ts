import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Service } from '#authorities';
import { type JsonObject } from '#statechart';
import { type LedgerEntry } from '../ledger/ledger-entry.js';
import { type Knobs } from '../simulation/knobs.js';
import { type Simulation } from '../simulation/simulation.js';
import { Simulations } from '../simulation/simulations.js';
import {
  AnswerDto,
  LedgerQuery,
  PersonDto,
  ReleaseDto,
  ReporterQuery,
  RoleQuery,
  SubscriptionDto,
} from './control.dto.js';
import { KnobsDto, knobsOf } from './knobs.dto.js';
import { ProblemError } from './problem-error.js';
import { QueuedRepliesDto } from './queued-replies.dto.js';

/** What is done to the simulations from outside: reading ledgers, turning knobs, making registers report. */
@ApiTags('control')
@Controller()
export class ControlController {
  constructor(private readonly simulations: Simulations) {}

  @Get('health/live')
  @ApiOperation({ summary: 'Whether the process runs' })
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ledger')
  @ApiOperation({ summary: 'What all authorities did, authority by authority in order' })
  ledgers(@Query() filter: LedgerQuery): { entries: readonly LedgerEntry[] } {
    return { entries: this.simulations.all().flatMap(({ parts }) => parts.ledger.entries(filter)) };
  }

  @Get(':authority/ledger')
  @ApiOperation({ summary: 'What one authority did, in order' })
  ledger(
    @Param('authority') authority: string,
    @Query() filter: LedgerQuery,
  ): { entries: readonly LedgerEntry[] } {
    return { entries: this.#of(authority).parts.ledger.entries(filter) };
  }

  @Get(':authority/knobs')
  @ApiOperation({ summary: 'How an authority and its services misbehave now' })
  knobs(@Param('authority') authority: string): {
    readonly authority: Knobs;
    readonly services: Readonly<Record<string, Knobs>>;
    readonly authorities: Readonly<Record<string, Knobs>>;
  } {
    return this.#of(authority).parts.knobs.all();
  }

  @Put(':authority/knobs')
  @ApiOperation({ summary: 'Replace the knobs of an authority; an empty object restores it' })
  setKnobs(@Param('authority') authority: string, @Body() dto: KnobsDto): Knobs {
    const { parts } = this.#of(authority);
    const knobs = knobsOf(dto);
    this.#knownRefusals(authority, knobs.refuse ? [knobs.refuse.code] : []);
    parts.knobs.set(knobs);
    return knobs;
  }

  @Put(':authority/services/:operation/knobs')
  @ApiOperation({ summary: 'Replace the knobs of one service, which go before those of the authority' })
  setServiceKnobs(
    @Param('authority') authority: string,
    @Param('operation') operation: string,
    @Body() dto: KnobsDto,
  ): Knobs {
    const { parts } = this.#of(authority);
    const knobs = knobsOf(dto);
    this.#knownRefusals(authority, knobs.refuse ? [knobs.refuse.code] : [], operation);
    parts.knobs.set(knobs, { operation });
    return knobs;
  }

  @Put('authorities/:authority/knobs')
  @ApiOperation({ summary: 'Replace the knobs of a municipality or region, in one of its roles or in all' })
  setAuthorityKnobs(
    @Param('authority') askedOf: string,
    @Body() dto: KnobsDto,
    @Query() { role }: RoleQuery,
  ): Knobs {
    if (!this.simulations.catalogue.directory.has(askedOf)) {
      throw unknown(`There is no municipality or region ${askedOf} in the directory`);
    }
    const knobs = knobsOf(dto);
    const simulations = role === undefined ? this.simulations.all() : [this.#of(role)];
    if (role !== undefined) this.#knownRefusals(role, knobs.refuse ? [knobs.refuse.code] : []);
    for (const { parts } of simulations) parts.knobs.set(knobs, { askedOf });
    return knobs;
  }

  @Put(':authority/services/:operation/replies')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say how the next requests of one service are answered, one after the other' })
  setReplies(
    @Param('authority') authority: string,
    @Param('operation') operation: string,
    @Body() { replies }: QueuedRepliesDto,
  ): void {
    const { parts } = this.#of(authority);
    const codes = replies.flatMap(({ refuse }) => refuse ?? []);
    this.#knownRefusals(authority, codes, operation);
    const service = this.simulations.catalogue.service(`${authority}.${operation}`);
    for (const { answer } of replies) if (answer && service) this.#fitting(service, answer);
    parts.replies.set(operation, replies);
  }

  @Put(':authority/people')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say with which codes requests that name a person are refused' })
  setPerson(@Param('authority') authority: string, @Body() { person, refusals }: PersonDto): void {
    const { parts } = this.#of(authority);
    this.#knownRefusals(authority, refusals);
    parts.people.refuse(person, refusals);
  }

  @Put(':authority/answers')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set fields of the answers of an operation, for a person or for anyone' })
  setAnswer(@Param('authority') authority: string, @Body() dto: AnswerDto): void {
    const { parts } = this.#of(authority);
    const service = this.simulations.catalogue.service(`${authority}.${dto.operation}`);
    if (!service) throw unknown(`${authority} has no operation ${dto.operation}`);
    this.#fitting(service, { ...service.example.answer, ...dto.fields });
    parts.people.answer(dto.operation, dto.person, dto.fields);
  }

  @Post(':authority/callbacks/release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let held callbacks go' })
  release(@Param('authority') authority: string, @Body() { key }: ReleaseDto): { released: number } {
    this.#of(authority);
    return { released: this.simulations.lateAnswers.release(authority, key) };
  }

  @Post('cpr/subscriptions')
  @HttpCode(202)
  @ApiOperation({ summary: 'Subscribe people at CPR: it reports who has custody of whom among them' })
  subscribe(@Body() { persons }: SubscriptionDto): { reports: readonly string[] } {
    const reports = this.simulations.subscribe(persons);
    // Rejects only when the simulations end; nobody waits for it then.
    for (const { delivery } of reports) delivery.catch(() => undefined);
    return { reports: reports.map(({ id }) => id) };
  }

  @Post(':authority/events/:event')
  @HttpCode(202)
  @ApiOperation({ summary: 'Make a register report an event; the body is its data' })
  report(
    @Param('authority') authority: string,
    @Param('event') name: string,
    @Body() data: JsonObject,
    @Query() { by }: ReporterQuery,
  ): { id: string } {
    const { parts } = this.#of(authority);
    const event = this.simulations.catalogue.registerEvent(`${authority}.${name}`);
    if (!event) throw unknown(`${authority} reports no event ${name}`);
    const errors = this.simulations.validators.data(event, data);
    if (errors.length > 0) throw invalid(`The body does not fit the data of ${event.id}`, errors);
    const twice = parts.knobs.get().duplicate ?? false;
    const { id, delivery } = this.simulations.report(event, data, { twice, by });
    // Rejects only when the simulations end; nobody waits for it then.
    delivery.catch(() => undefined);
    return { id };
  }

  #of(authority: string): Simulation {
    const simulation = this.simulations.authority(authority);
    if (!simulation) {
      const known = this.simulations.all().map(({ parts }) => parts.authority.id);
      throw unknown(`There is no authority ${authority}; there are ${known.join(', ')}`);
    }
    return simulation;
  }

  #fitting(service: Service, answer: JsonObject): void {
    const errors = this.simulations.validators.answer(service, answer);
    if (errors.length > 0) throw invalid(`The fields do not fit the answers of ${service.id}`, errors);
  }

  #knownRefusals(authority: string, codes: readonly string[], operation?: string): void {
    const services = this.simulations.catalogue
      .services()
      .filter(({ id, authority: of }) =>
        operation === undefined ? of === authority : id === `${authority}.${operation}`,
      );
    if (services.length === 0) throw unknown(`${authority} has no operation ${operation ?? ''}`);
    const known = new Set(services.flatMap(({ refusals }) => Object.keys(refusals)));
    const strange = codes.filter(code => !known.has(code));
    if (strange.length > 0) {
      throw invalid(`No such refusal: ${strange.join(', ')}. There are ${[...known].join(', ')}`, []);
    }
  }
}

function unknown(title: string): ProblemError {
  return new ProblemError({ status: 404, type: 'unknown', title });
}

function invalid(title: string, errors: readonly { path: string; message: string }[]): ProblemError {
  return new ProblemError({ status: 422, type: 'invalid', title, errors });
}
