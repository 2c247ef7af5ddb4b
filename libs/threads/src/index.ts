export { compiledEntry } from './compiled-entry.js';
export { TaskFailed, TaskOverrun, TaskRefused } from './errors.js';
export { serveTasks } from './serve-tasks.js';
export { WatchedThread, type WatchedThreadOptions } from './watched-thread.js';
