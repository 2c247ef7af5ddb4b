import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Words } from '#journey';
import { SecondChannels, RequestError, SettingStore } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/problems.decorator.js';
import { channelAddress, shownAddress } from './channel-address.js';
import { ChannelCode, OwnSecondChannelDocument, ProposedSecondChannel } from './second-channel-documents.js';

const NO_ADDRESS: Words = {
  da: 'Skriv et telefonnummer eller en mailadresse, som passer til det, du har valgt.',
  en: 'Write a telephone number or an e-mail address that fits what you have chosen.',
};

/** A second channel: a short text that says that there is news, and not which. */
@Citizen()
@ApiTags('citizen')
@Controller('second-channel')
export class SecondChannelController {
  constructor(
    private readonly secondChannels: SecondChannels,
    private readonly settings: SettingStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where you are told that there is news, besides Digital Post' })
  @ApiOkResponse({ type: OwnSecondChannelDocument })
  @Problems('forbidden')
  async read(@Calling() caller: Caller): Promise<OwnSecondChannelDocument> {
    return this.#document(ownerOf(caller));
  }

  @Put()
  @Limited('codes')
  @ApiOperation({
    summary: 'Say where you wish to be told; a code is sent there',
    description:
      'It is used once the code has been sent back, POST /v1/second-channel/confirmation, within 15 minutes.',
  })
  @ApiOkResponse({ type: OwnSecondChannelDocument })
  @Problems('invalid', 'forbidden', 'unavailable')
  async propose(
    @Body() { way, address: typed }: ProposedSecondChannel,
    @Calling() caller: Caller,
  ): Promise<OwnSecondChannelDocument> {
    const person = ownerOf(caller);
    const address = channelAddress(way, typed);
    if (address === undefined) {
      throw new RequestError('invalid', 'the address was not taken', [
        { path: '/address', code: 'format', message: NO_ADDRESS.en, words: NO_ADDRESS },
      ]);
    }
    const { language } = await this.settings.find(person);
    await this.secondChannels.propose(person, { way, address }, language);
    return this.#document(person);
  }

  @Post('confirmation')
  @Limited('drafts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send the code back: the address is yours' })
  @ApiOkResponse({ type: OwnSecondChannelDocument })
  @Problems('invalid', 'forbidden')
  async confirm(@Body() { code }: ChannelCode, @Calling() caller: Caller): Promise<OwnSecondChannelDocument> {
    const person = ownerOf(caller);
    await this.secondChannels.confirm(person, code);
    return this.#document(person);
  }

  @Delete()
  @Limited('drafts')
  @HttpCode(204)
  @ApiOperation({ summary: 'Be told by Digital Post alone' })
  @ApiNoContentResponse({ description: 'The address is forgotten' })
  @Problems('forbidden')
  async remove(@Calling() caller: Caller): Promise<void> {
    await this.secondChannels.remove(ownerOf(caller));
  }

  async #document(person: string): Promise<OwnSecondChannelDocument> {
    const channel = await this.secondChannels.of(person);
    const items = channel ? [{ ...channel, address: shownAddress(channel.way, channel.address) }] : [];
    return { items };
  }
}

/** Nobody reads or sets where another is reached, not even who acts for them. */
function ownerOf({ person, holder }: Caller): string {
  if (holder === undefined) return person;
  throw new RequestError('forbidden', 'a second channel is its own person\u2019s; leave On-Behalf-Of out');
}
