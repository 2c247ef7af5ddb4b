import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { journeyPath, receiptPath } from '../../paths.js';
import { isProblem } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { type AnswerDocument } from '../../rest/documents.js';
import { TaskApi, type TaskPlace } from '../../rest/task-api.js';
import { CheckPage } from './check-page.js';
import { ChoicePage } from './choice-page.js';
import { formFaults } from './form-faults.js';
import { type OpenedTask, TaskOpener } from './opened-task.js';
import { type TaskPlaceParams } from './task.controller.js';
import { TaskFormFiller } from './task-form-filler.js';
import { TaskNotOpen } from './task-not-open.js';
import { TaskPage } from './task-page.js';

/** Check your answers, and send them. */
@Controller('forloeb/:journey/opgaver/:task')
export class CheckController {
  constructor(
    private readonly opener: TaskOpener,
    private readonly filler: TaskFormFiller,
    private readonly tasks: TaskApi,
    private readonly citizen: CitizenApi,
  ) {}

  @Get('tjek')
  async check(
    @Param() { journey, task }: TaskPlaceParams,
    @Query('valg') choice: string | undefined,
    @Visiting() visit: Visit,
  ) {
    const opened = await this.opener.open(visit, { journey, task });
    const event = plainEvent(opened, choice);
    if (event) return <ChoicePage opened={opened} event={event} sendKey={randomUUID()} />;
    const faults = await this.filler.faults(visit, opened, opened.data);
    return <CheckPage opened={opened} faults={faults} sendKey={randomUUID()} />;
  }

  @Post('send')
  async send(
    @Param() { journey, task }: TaskPlaceParams,
    @PostedForm() posted: Posted,
    @Visiting() visit: Visit,
  ) {
    const place = { journey, task };
    const [event, version, key] = [posted.text('event'), posted.text('version'), posted.text('key')];
    const opened = await this.#opened(visit, place);
    if (typeof opened === 'string') return new SeeOther(opened);
    const withData = opened.task.events.find(known => known.event === event)?.withData === true;
    const answer = { event, ...(withData && { data: opened.form.sent(opened.data) }) };
    try {
      await this.tasks.submit(visit, place, answer, { version, key });
    } catch (error) {
      if (isProblem(error, 412)) return new ShownAgain(movedOn(opened, event), 412);
      if (isProblem(error, 422)) {
        const faults = formFaults(
          error,
          opened.form.fields.map(({ name }) => name),
        );
        return new ShownAgain(<CheckPage opened={opened} faults={faults} sendKey={randomUUID()} />, 422);
      }
      throw error;
    }
    return new SeeOther(await this.#receipt(visit, journey));
  }

  /** The task; the receipt of what they have answered to it, where it had arrived although we did not know. @throws TaskNotOpen */
  async #opened(visit: Visit, place: TaskPlace): Promise<OpenedTask | string> {
    try {
      return await this.opener.open(visit, place);
    } catch (error) {
      if (!(error instanceof TaskNotOpen)) throw error;
      const { items } = await this.citizen.answers(visit, place.journey);
      const answer = items.find(({ task }) => task === place.task);
      if (!answer) throw error;
      return receiptPath(place.journey, numberIn(answer));
    }
  }

  /** The receipt of what has just been sent; the case itself when somebody may not read what they have sent. */
  async #receipt(visit: Visit, journey: string): Promise<string> {
    const { items } = await this.citizen.answers(visit, journey, { limit: 1 });
    return items[0] ? receiptPath(journey, numberIn(items[0])) : journeyPath(journey);
  }
}

/** What the address of a receipt has of its number: it ends with it. */
const numberIn = ({ receipt }: AnswerDocument): string => receipt.slice(receipt.indexOf('/') + 1);

/** The answer without data that is meant; undefined when there is none of that name. */
function plainEvent({ task }: OpenedTask, name: string | undefined) {
  return task.events.find(({ event, withData }) => event === name && !withData);
}

/** The page from which it was sent, as things stand now. */
function movedOn(opened: OpenedTask, name: string) {
  const sendKey = randomUUID();
  const event = plainEvent(opened, name);
  if (!event) return <CheckPage opened={opened} faults={[]} sendKey={sendKey} movedOn />;
  if (opened.task.form) return <ChoicePage opened={opened} event={event} sendKey={sendKey} movedOn />;
  return <TaskPage opened={opened} number={1} data={opened.data} sendKey={sendKey} movedOn />;
}
