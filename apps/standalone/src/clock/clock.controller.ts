import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarError, dateAt, instantAfter, iso } from '#calendar';
import { RetryableError } from '#runtime';
import { type Instant } from '#statechart';
import { Open } from '../../../api/src/access/access.js';
import { rfc3339 } from '../../../api/src/ops/rfc3339.js';
import { EdgeError } from '../../../api/src/problem/edge-error.js';
import { Problems } from '../../../api/src/problem/problems.decorator.js';
import { ClockDocument, ClockMove, ClockMovedDocument } from './clock-document.js';
import { MovableClock } from './movable-clock.js';
import { TimeAdvance } from './time-advance.js';

/**
 * Calendar time, to be moved ahead. There is none in production. Open to all: it listens at the loopback address alone, where anybody
 * can sign in as anybody.
 */
@Open()
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(
    private readonly clock: MovableClock,
    private readonly advance: TimeAdvance,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The day and hour that it is for journeys, deadlines and authorities' })
  @ApiOkResponse({ type: ClockDocument })
  async read(): Promise<ClockDocument> {
    const now = this.clock.now();
    const next = await this.advance.next();
    return {
      now: iso(now),
      today: dateAt(now),
      runs: !this.clock.stands,
      ...(next !== undefined && { next: iso(next) }),
    };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Move calendar time ahead',
    description:
      'It stands at each instant at which something is due until nothing is in flight, so that everything happens when it is due. Wall time, by which tokens expire, does not move. An empty object waits until nothing is in flight.',
  })
  @ApiOkResponse({ type: ClockMovedDocument })
  @Problems('invalid', 'unavailable')
  async move(@Body() { to, by, runs }: ClockMove): Promise<ClockMovedDocument> {
    if (to !== undefined && by !== undefined) throw invalid('/by', 'Give `to` or `by`, not both.');
    const stops = await this.#moved(to, by);
    if (runs === true) this.clock.goOn();
    if (runs === false) this.clock.stand();
    return { ...(await this.read()), stops: stops.map(iso) };
  }

  async #moved(to: string | undefined, by: string | undefined): Promise<readonly Instant[]> {
    try {
      if (by !== undefined) return await this.advance.to(after(this.clock.now(), by));
      if (to === 'next') return await this.advance.toNext();
      if (to !== undefined) return await this.advance.to(instantOf(to));
      await this.advance.settle();
      return [];
    } catch (error) {
      if (error instanceof RangeError) throw invalid('/to', error.message);
      if (error instanceof RetryableError) {
        throw new EdgeError('unavailable', `It is ${iso(this.clock.now())}, and ${error.message}.`);
      }
      throw error;
    }
  }
}

function after(now: Instant, period: string): Instant {
  try {
    return instantAfter(now, period);
  } catch (error) {
    if (error instanceof CalendarError) throw invalid('/by', error.message);
    throw error;
  }
}

function instantOf(text: string): Instant {
  const instant = rfc3339(text);
  if (instant !== undefined) return instant;
  throw invalid('/to', 'Give `next`, a day such as 2027-01-01, or an instant such as 2027-01-01T12:00:00Z.');
}

function invalid(path: string, message: string): EdgeError {
  return new EdgeError('invalid', message, { fields: [{ path, code: 'pattern', message }] });
}
