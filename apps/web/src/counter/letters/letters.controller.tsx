import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { type VNode } from 'preact';
import { TaskNotOpen } from '../../citizen/task/task-not-open.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { FormLetter } from './form-letter.js';
import { JourneyLetter } from './journey-letter.js';
import { ReceiptLetter } from './receipt-letter.js';
import { HelpingGuard } from './helping.guard.js';

/** What a caseworker prints for the person whom they help: a case, a form to be filled in by hand, a receipt. */
@UseGuards(HelpingGuard)
@Controller('skranke/brev/forloeb/:journey')
export class LettersController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async journey(@Param('journey') id: string, @Visiting() visit: Visit): Promise<VNode> {
    return <JourneyLetter journey={await this.citizen.letterOf(visit, id)} at={now()} />;
  }

  @Get('opgaver/:task')
  async form(
    @Param('journey') id: string,
    @Param('task') path: string,
    @Visiting() visit: Visit,
  ): Promise<VNode> {
    const journey = await this.citizen.letterOf(visit, id);
    const task = journey.tasks.find(open => open.task === path);
    if (!task) throw new TaskNotOpen(journey);
    return <FormLetter journey={journey} task={task} at={now()} />;
  }

  @Get('kvitteringer/:receipt')
  async receipt(
    @Param('journey') id: string,
    @Param('receipt') receipt: string,
    @Visiting() visit: Visit,
  ): Promise<VNode> {
    const [journey, answer] = await Promise.all([
      this.citizen.letterOf(visit, id),
      this.citizen.answer(visit, id, receipt),
    ]);
    return <ReceiptLetter journey={journey} answer={answer} at={now()} />;
  }
}

/** The day on which it is printed. */
function now(): string {
  return new Date().toISOString();
}
