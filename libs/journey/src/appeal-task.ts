import { type TaskDefinition } from './state-definition.js';

/** Whether a task is there to appeal a decision: nobody need do it, however much it is offered. */
export function isAppealTask({ appeals, kind }: Pick<TaskDefinition, 'appeals' | 'kind'>): boolean {
  return appeals !== undefined && kind === 'may';
}
