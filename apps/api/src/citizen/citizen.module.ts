import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { dateAt } from '#calendar';
import { MasterKeys } from '#postgres';
import { CalendarClock, Definitions } from '#runtime';
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
export class CitizenModule implements OnApplicationBootstrap {
  constructor(
    private readonly definitions: Definitions,
    private readonly calendar: CalendarClock,
  ) {}

  /**
   * *Warm-up*: what can be started is compiled before anybody asks. Whoever opened the list of journeys first after a restart waited for all
   * of them. One that cannot be compiled is told of to whoever asks for it.
   */
  async onApplicationBootstrap(): Promise<void> {
    const startable = await this.definitions.startable(dateAt(this.calendar.now()));
    for (const { hash } of startable) await this.definitions.byHash(hash).catch(() => undefined);
  }
}
