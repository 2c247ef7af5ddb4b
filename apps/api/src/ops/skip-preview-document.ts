import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { iso } from '#calendar';
import { JourneyStatus, type SkipPreview } from '#runtime';

const INSTANT = { format: 'date-time' };

export class SkipTask {
  @ApiProperty() readonly task!: string;
  @ApiProperty({ description: 'Who is asked' }) readonly role!: string;
  @ApiPropertyOptional(INSTANT) readonly due?: string;
}

export class SkipMessage {
  @ApiProperty({ description: 'Key of the text' }) readonly text!: string;
  @ApiProperty({ description: 'Who gets it' }) readonly role!: string;
}

export class SkipAsked {
  @ApiProperty({ example: 'kommune.examineResidence' }) readonly service!: string;
  @ApiProperty({ description: 'Path of the state that asks' }) readonly step!: string;
}

export class SkipTimer {
  @ApiProperty({ description: 'Path of the state that waits' }) readonly step!: string;
  @ApiProperty(INSTANT) readonly due!: string;
}

/** What would follow, were a dispatch skipped now: names, never content. */
export class SkipPreviewDocument {
  @ApiProperty({
    enum: Object.values(JourneyStatus),
    description:
      'Of the journey afterwards; `held`: it waits for a fault of ours to be mended, or would fail',
  })
  readonly status!: JourneyStatus;
  @ApiProperty({ type: [String], description: 'Paths of the states it leaves' })
  readonly left!: readonly string[];
  @ApiProperty({ type: [String], description: 'Paths of the states it enters' })
  readonly entered!: readonly string[];
  @ApiProperty({ type: [SkipTask], description: 'Tasks that open' }) readonly tasks!: readonly SkipTask[];
  @ApiProperty({ type: [SkipMessage], description: 'Messages that are sent' })
  readonly messages!: readonly SkipMessage[];
  @ApiProperty({ type: [SkipAsked], description: 'Services that are asked' })
  readonly asked!: readonly SkipAsked[];
  @ApiProperty({ type: [SkipAsked], description: 'What else is no longer waited for' })
  readonly stopped!: readonly SkipAsked[];
  @ApiProperty({ type: [SkipTimer], description: 'What then happens by itself' })
  readonly timers!: readonly SkipTimer[];
}

export function skipPreviewDocument({
  tasks,
  asked,
  stopped,
  timers,
  ...rest
}: SkipPreview): SkipPreviewDocument {
  return {
    ...rest,
    tasks: tasks.map(({ task, role, due }) => ({ task, role, ...(due !== undefined && { due: iso(due) }) })),
    asked: asked.map(({ service, state }) => ({ service, step: state })),
    stopped: stopped.map(({ service, state }) => ({ service, step: state })),
    timers: timers.map(({ state, due }) => ({ step: state, due: iso(due) })),
  };
}
