export { EnvironmentError, readEnvironment, type Values, type Variable } from './environment.js';
export { type Running, runProcess } from './run-process.js';
export { requireTransport } from './transport.js';
export { type LogLevel, networks, port, PROCESS_VARIABLES, secrets, url, wholeNumber } from './variables.js';
