import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, scopeOf } from '#identity';
import { type Language } from '#journey';
import { HeadKeys, ProofReader } from '#runtime';
import { Citizen, Open } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { ProofDocument, ProofKeysDocument } from './proof-document.js';
import { HOW_TO_CHECK, NOTHING_CHAINED } from './proof-words.js';

@ApiTags('citizen')
@Controller('disclosures')
export class ProofsController {
  constructor(
    private readonly proofs: ProofReader,
    private readonly headKeys: HeadKeys,
  ) {}

  @Get('proof')
  @Citizen()
  @Localized()
  @Limited('exports')
  @ApiOperation({ summary: 'Who used your data, with the proof that nothing was changed or taken out' })
  @ApiOkResponse({ type: ProofDocument })
  async proof(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<ProofDocument> {
    const proof = await this.proofs.of(caller.person, scopeOf(caller));
    return { howToCheck: (proof ? HOW_TO_CHECK : NOTHING_CHAINED)[language], ...proof };
  }

  @Get('keys')
  @Open()
  @ApiOperation({ summary: 'The public keys of what signs such proofs, also of those that sign no more' })
  @ApiOkResponse({ type: ProofKeysDocument })
  async keys(): Promise<ProofKeysDocument> {
    return { keys: await this.headKeys.published() };
  }
}
