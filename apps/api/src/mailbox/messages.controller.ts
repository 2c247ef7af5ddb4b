import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { JourneyReader } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { PageQuery } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { MessageDocument, MessagePage } from './message-document.js';
import { MessagePresenter } from './message-presenter.js';
import { messageFilter, MessageQuery } from './message-query.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagePresenter,
    private readonly reader: JourneyReader,
  ) {}

  @Get('messages')
  @ApiOperation({ summary: 'What has been written to you, newest first' })
  @ApiOkResponse({ type: MessagePage })
  @Problems('invalid')
  list(
    @Query() query: MessageQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<MessagePage> {
    return this.messages.page(caller, messageFilter(query), query, language);
  }

  @Get('messages/:message')
  @ApiOperation({ summary: 'A message, as it was sent' })
  @ApiOkResponse({ type: MessageDocument })
  @Problems('unknown-message')
  one(
    @Param('message') message: string,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<MessageDocument> {
    return this.messages.one(message, caller, language);
  }

  @Put('messages/:message/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'You have read it' })
  @ApiNoContentResponse({ description: 'It is no longer unread' })
  @Problems('unknown-message')
  async read(@Param('message') message: string, @Calling() caller: Caller): Promise<void> {
    await this.messages.read(message, caller);
  }

  @Get('journeys/:journey/messages')
  @ApiOperation({ summary: 'What has been written to you in a journey, newest first' })
  @ApiOkResponse({ type: MessagePage })
  @Problems('invalid', 'unknown-journey')
  async ofJourney(
    @Param('journey') journey: string,
    @Query() query: PageQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<MessagePage> {
    await this.reader.open(journey, caller.person);
    return this.messages.page(caller, { journey }, query, language);
  }
}
