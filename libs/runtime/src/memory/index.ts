export { ManualClock } from './manual-clock.js';
export { MemoryAlerts } from './memory-alerts.js';
export { MemoryAnnouncer } from './memory-announcer.js';
export { MemoryDoorbell } from './memory-doorbell.js';
export { MemoryErasureList } from './memory-erasure-list.js';
export { MemorySessionNews } from './memory-session-news.js';
export { MemoryStores } from './memory-stores.js';
