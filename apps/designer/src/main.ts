#!/usr/bin/env node
import 'reflect-metadata';
import { resolve } from 'node:path';
import { Catalogue } from '#authorities';
import { runDesigner } from './run-designer.js';

// A reader that closes early, such as head, ends the command without complaint.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const contracts = resolve('libs/authorities/contracts');
process.exitCode = await runDesigner(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  journeys: resolve('journeys'),
  contracts,
  catalogue: () => Catalogue.examine(contracts),
  now: () => Date.now(),
});
