import { type Rule } from '../rule.js';

export const reminderNotSent: Rule = {
  code: 'reminder-not-sent',
  title: 'the words of a reminder belong to a task that reminds',
  severity: 'error',
  *find(context) {
    const told = new Set<string>();
    for (const { place, key } of context.texts) {
      const [group, path = '', part] = key;
      if (group !== 'tasks' || part !== 'reminder') continue;
      const task = context.stateAt(path)?.task;
      const at = JSON.stringify([place.source.file, place.path.slice(0, -1)]);
      if (!task || task.remind !== undefined || told.has(at)) continue;
      told.add(at);
      yield {
        place: { ...place, path: place.path.slice(0, -1) },
        key: true,
        message: `The task ${path} has words for a reminder, and never reminds.`,
        remedy: 'Say at the task how long before it is due it reminds: remind: P3D, or take the words out.',
      };
    }
  },
};
