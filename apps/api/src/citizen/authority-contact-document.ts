import { ApiProperty } from '@nestjs/swagger';
import { AUTHORITY_NAME } from './authority-name-property.js';
import { type Tier, TIERS } from '#journey';
import { PageOf } from '../paging/page.js';
import { ContactDocument } from './journey-document.js';

/** An authority that takes part in journeys, and where one may turn. */
export class AuthorityContactDocument {
  @ApiProperty({ example: 'cpr' }) readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly name!: string;
  @ApiProperty({ enum: TIERS }) readonly tier!: Tier;
  @ApiProperty({ type: ContactDocument }) readonly contact!: ContactDocument;
}

/** All of them on one page, by name. */
export class AuthorityContactPage extends PageOf(AuthorityContactDocument) {}
