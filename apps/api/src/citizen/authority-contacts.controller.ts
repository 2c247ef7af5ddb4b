import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { type Language, nameAlone } from '#journey';
import { Open } from '../access/access.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { AuthorityContactPage } from './authority-contact-document.js';
import { describeContact } from './describe-contact.js';

/** Whom one may turn to. Open to all: one may need help to sign in. */
@Open()
@Localized()
@ApiTags('citizen')
@Controller('authorities')
export class AuthorityContactsController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  @ApiOperation({ summary: 'Whom you may turn to: each authority with telephone, page and hours, by name' })
  @ApiOkResponse({ type: AuthorityContactPage })
  list(@PreferredLanguage() language: Language): AuthorityContactPage {
    const items = this.catalogue.authorities().flatMap(authority => {
      const contact = describeContact(authority);
      const { id, name, tier } = authority;
      return contact ? [{ authority: id, name: name[language], tier, contact }] : [];
    });
    return {
      items: items.sort((one, other) => nameAlone(one.name).localeCompare(nameAlone(other.name), language)),
    };
  }
}
