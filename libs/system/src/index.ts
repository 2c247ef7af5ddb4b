export { SystemModule, type SystemModuleOptions } from './system.module.js';
