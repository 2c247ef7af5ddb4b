export { assemble, type Assembly, type AssemblyOptions } from './assemble.js';
export { assembleFrom } from './assemble-from.js';
export { AssemblyModule } from './assembly.module.js';
