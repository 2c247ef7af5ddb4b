import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { bearerOf, type Caller } from '#identity';
import { type Language } from '#journey';
import { type Mandate, Mandates } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { describeMandate } from './describe-mandate.js';
import { MandatesDocument } from './mandate-documents.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('mandates')
export class MandatesController {
  constructor(
    private readonly mandates: Mandates,
    private readonly persons: PersonExchange,
  ) {}

  /** Their own, whomever they act for: who else may act for that person is not theirs to know. */
  @Get()
  @ApiOperation({ summary: 'For whom you may act, and who may act for you: on which ground, until when' })
  @ApiOkResponse({ type: MandatesDocument })
  async list(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<MandatesDocument> {
    const reader = bearerOf(caller);
    const all = await this.mandates.of(reader);
    const described = (of: readonly Mandate[]) =>
      Promise.all(
        of.map(async mandate => {
          const other = mandate.holder === reader ? mandate.person : mandate.holder;
          return describeMandate(mandate, reader, await this.persons.nameOf(other), language);
        }),
      );
    const [held, given] = await Promise.all([
      described(all.filter(({ holder }) => holder === reader)),
      described(all.filter(({ holder }) => holder !== reader)),
    ]);
    return { held, given };
  }
}
