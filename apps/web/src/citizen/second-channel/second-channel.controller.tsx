import { Controller, Get, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { PATHS } from '../../paths.js';
import { isProblem } from '../../rest/api-problem.js';
import { SecondChannelApi } from '../../rest/second-channel-api.js';
import { OwnOnlyPage } from './own-only-page.js';
import { SecondChannelPage, type SecondChannelPageProps } from './second-channel-page.js';

const WAYS = ['sms', 'email'] as const;
const DONE = ['saved', 'removed'] as const;

/** Where somebody is told that there is news, besides Digital Post. */
@Controller('indstillinger/besked')
export class SecondChannelPageController {
  constructor(private readonly channels: SecondChannelApi) {}

  @Get()
  async show(@Query('gjort') done: string | undefined, @Visiting() visit: Visit) {
    if (visit.visitor?.actsFor) return <OwnOnlyPage />;
    return this.#page(visit, { done: DONE.find(known => known === done) });
  }

  @Post()
  async propose(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const typed = { way: posted.text('way'), address: posted.text('address') };
    const way = WAYS.find(known => known === typed.way);
    if (way === undefined) return this.#again(visit, { typed, fault: 'wayMissing' });
    try {
      await this.channels.propose(visit, { way, address: typed.address });
    } catch (error) {
      if (isProblem(error, 422)) return this.#again(visit, { typed, fault: 'addressWrong' });
      throw error;
    }
    return new SeeOther(PATHS.secondChannel);
  }

  @Post('kode')
  async confirm(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    try {
      await this.channels.confirm(visit, posted.text('code'));
    } catch (error) {
      if (isProblem(error, 422)) return this.#again(visit, { fault: 'codeWrong' });
      throw error;
    }
    return new SeeOther(`${PATHS.secondChannel}?gjort=saved`);
  }

  @Post('slet')
  async remove(@PostedForm() _posted: Posted, @Visiting() visit: Visit) {
    await this.channels.remove(visit);
    return new SeeOther(`${PATHS.secondChannel}?gjort=removed`);
  }

  async #page(visit: Visit, more: Omit<SecondChannelPageProps, 'channel'>) {
    const { items } = await this.channels.own(visit);
    return <SecondChannelPage channel={items[0]} {...more} />;
  }

  async #again(visit: Visit, more: Omit<SecondChannelPageProps, 'channel'>) {
    return new ShownAgain(await this.#page(visit, more), 422);
  }
}
