import { importTypeScript } from '../support/typescript.mjs';

importTypeScript();
const { main } = await import('./bench.ts');
await main(process.argv.slice(2));
