import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DETACH } from '../../forms/attached.js';
import { TAKE_EARLIER } from '../../forms/earlier-answer-line.js';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { checkPath, taskPagePath } from '../../paths.js';
import { firstInputId } from '../../forms/asked-field.js';
import { TaskFormFiller, SHOWN } from './task-form-filler.js';
import { type OpenedTask, TaskOpener } from './opened-task.js';
import { TaskPage } from './task-page.js';

/** Buttons beside the one that goes on. */
export const HANDLING = { name: 'handling', save: 'save' } as const;

/** A task: what it is about, and its form, page by page. */
@Controller('forloeb/:journey/opgaver/:task')
export class TaskController {
  constructor(
    private readonly opener: TaskOpener,
    private readonly filler: TaskFormFiller,
  ) {}

  @Get()
  async show(
    @Param() place: TaskPlaceParams,
    @Query() { side, ret, nye }: PageParams,
    @Visiting() visit: Visit,
  ) {
    const opened = await this.opener.open(visit, placeOf(place));
    const number = pageNumber(side);
    return (
      <TaskPage
        opened={opened}
        number={number}
        data={opened.data}
        toCheck={ret !== undefined}
        newly={[nye ?? []].flat()}
        sendKey={randomUUID()}
      />
    );
  }

  @Post()
  async fillIn(
    @Param() params: TaskPlaceParams,
    @Query() { side, ret }: PageParams,
    @PostedForm() posted: Posted,
    @Visiting() visit: Visit,
  ) {
    const opened = await this.opener.open(visit, placeOf(params));
    const number = pageNumber(side);
    const { data, faults } = await this.filler.keep(visit, opened, number, posted);
    const again = (found: typeof faults) =>
      new ShownAgain(
        <TaskPage
          opened={{ ...opened, data }}
          number={number}
          data={data}
          faults={found}
          toCheck={ret !== undefined}
          sendKey={randomUUID()}
        />,
        422,
      );
    if (faults.length > 0) return again(faults);
    const here = taskPagePath(params.journey, params.task, number);
    const detached = posted.text(DETACH);
    if (detached !== '') {
      await this.filler.detach(visit, { ...opened, data }, detached);
      return new SeeOther(here);
    }
    const taken = opened.earlier.find(({ field }) => field === posted.text(TAKE_EARLIER));
    if (taken) {
      await this.filler.take(visit, { ...opened, data }, taken);
      const field = opened.form.fields.find(({ name }) => name === taken.field);
      return new SeeOther(field ? `${here}#${firstInputId(field)}` : here);
    }
    if (posted.text(HANDLING.name) === HANDLING.save) return new SeeOther(here);
    const newly = newlyAsked({ ...opened, data }, number, posted);
    if (newly.length > 0) {
      const visited = { toCheck: ret !== undefined, newly };
      return new SeeOther(taskPagePath(params.journey, params.task, number, visited));
    }
    const onPage = new Set(opened.form.everyFieldOf(number).map(({ name }) => name));
    const wrong = (await this.filler.faults(visit, opened, data)).filter(
      ({ field }) => field !== undefined && onPage.has(field),
    );
    if (wrong.length > 0) return again(wrong);
    const next = opened.form.pages(data).find(page => page.number > number);
    if (next && ret === undefined)
      return new SeeOther(taskPagePath(params.journey, params.task, next.number));
    return new SeeOther(checkPath(params.journey, params.task));
  }
}

export interface TaskPlaceParams {
  readonly journey: string;
  readonly task: string;
}

interface PageParams {
  /** Number of the page, from 1. */
  readonly side?: string;
  /** They came from the answers, to mend one. */
  readonly ret?: string;
  /** Names of the fields that are asked because of what they have just answered. */
  readonly nye?: string | readonly string[];
}

const placeOf = ({ journey, task }: TaskPlaceParams) => ({ journey, task });

function pageNumber(side: string | undefined): number {
  const number = Number(side ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

/** The fields of the page that are asked only since the others are filled in: they have not been seen yet. */
function newlyAsked({ form, data }: OpenedTask, number: number, posted: Posted): readonly string[] {
  const shown = new Set(posted.texts(SHOWN));
  const page = form.pages(data).find(known => known.number === number);
  const unseen = page?.fields.filter(({ name, readOnly }) => !readOnly && !shown.has(name)) ?? [];
  return unseen.map(({ name }) => name);
}
