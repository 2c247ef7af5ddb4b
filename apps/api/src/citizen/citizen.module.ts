import { Module } from '@nestjs/common';
import { MasterKeys } from '#postgres';
import { MessageIds } from '../mailbox/message-ids.js';
import { MessagePresenter } from '../mailbox/message-presenter.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { AnswerPresenter } from './answer-presenter.js';
import { AnswersController } from './answers.controller.js';
import { AuthorityContactsController } from './authority-contacts.controller.js';
import { EarlierAnswersController } from './earlier-answers.controller.js';
import { DefinitionScores } from './definition-scores.js';
import { DefinitionsController } from './definitions.controller.js';
import { DisclosureIds } from './disclosure-ids.js';
import { DisclosurePresenter } from './disclosure-presenter.js';
import { DisclosuresController } from './disclosures.controller.js';
import { EntryIds } from './entry-ids.js';
import { ExamplesController } from './example/examples.controller.js';
import { HolderNames } from './holder-names.js';
import { JourneyFinder } from './journey-finder.js';
import { JourneyPresenter } from './journey-presenter.js';
import { JourneysController } from './journeys.controller.js';
import { TasksController } from './tasks.controller.js';

/** What citizens start, read and do. */
@Module({
  controllers: [
    AnswersController,
    AuthorityContactsController,
    EarlierAnswersController,
    DefinitionsController,
    DisclosuresController,
    ExamplesController,
    JourneysController,
    TasksController,
  ],
  providers: [
    AnswerPresenter,
    DefinitionScores,
    DisclosureIds,
    DisclosurePresenter,
    HolderNames,
    JourneyFinder,
    JourneyPresenter,
    MessageIds,
    MessagePresenter,
    PersonExchange,
    {
      provide: EntryIds,
      inject: [MasterKeys],
      useFactory: (keys: MasterKeys) => new EntryIds(keys.derived('entry ids')),
    },
  ],
  exports: [
    AnswerPresenter,
    DefinitionScores,
    DisclosureIds,
    DisclosurePresenter,
    EntryIds,
    HolderNames,
    JourneyPresenter,
    MessagePresenter,
    PersonExchange,
  ],
})
export class CitizenModule {}
