import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, reaches } from '#identity';
import { noMandate, SettingStore } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/problems.decorator.js';
import { SettingsDocument } from './settings-document.js';

@Citizen()
@ApiTags('citizen')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingStore) {}

  @Get()
  @ApiOperation({ summary: 'How you are written to' })
  @ApiOkResponse({ type: SettingsDocument })
  read(@Calling() { person }: Caller): Promise<SettingsDocument> {
    return this.settings.find(person);
  }

  @Put()
  @Limited('drafts')
  @ApiOperation({ summary: 'Say how you are to be written to; it holds for what is not yet delivered' })
  @ApiOkResponse({ type: SettingsDocument })
  @Problems('invalid', 'no-mandate')
  async save(@Body() { language }: SettingsDocument, @Calling() caller: Caller): Promise<SettingsDocument> {
    // It holds for every journey of theirs.
    if (!reaches(caller, undefined)) throw noMandate();
    const { person } = caller;
    await this.settings.save(person, { language });
    return this.settings.find(person);
  }
}
