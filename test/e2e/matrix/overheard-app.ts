import { ExpressAdapter } from '@bull-board/express';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Application } from 'express';
import { BOARD_PATH } from '../../../apps/api/src/ops/queue-board.js';

/** What stands below a path of an application and has routes of its own. */
export interface Mount {
  readonly path: string;
  readonly handlers: readonly unknown[];
}

/** A running application, and what was mounted into it: Express wraps what is mounted, so that its stack no longer tells. */
export interface OverheardApp {
  readonly app: NestExpressApplication;
  readonly express: Application;
  readonly mounts: readonly Mount[];
}

/** *Wiretap* on Nest's factory: gives the application that comes to listen at an address, which only its own starter knows. */
export async function overhear<T>(
  start: () => Promise<T>,
): Promise<{ readonly started: T; at(address: string): Promise<OverheardApp> }> {
  const apps: OverheardApp[] = [];
  const boards: unknown[] = [];
  const untap = tapBoards(boards);
  const create = NestFactory.create.bind(NestFactory) as (...args: unknown[]) => Promise<unknown>;
  const overheard = async (...args: unknown[]): Promise<unknown> => {
    const app = (await create(...args)) as NestExpressApplication;
    apps.push({ app, ...tap(app) });
    return app;
  };
  Object.assign(NestFactory, { create: overheard });
  try {
    const started = await start();
    return {
      started,
      at: async address => {
        for (const { mounts, ...heard } of apps) {
          if ((await heard.app.getUrl()) !== address) continue;
          return {
            ...heard,
            mounts: [...mounts, ...boards.map(board => ({ path: BOARD_PATH, handlers: [board] }))],
          };
        }
        throw new Error(`No application of Nest's listens at ${address}.`);
      },
    };
  } finally {
    Object.assign(NestFactory, { create });
    untap();
  }
}

/** The board of queues builds an application of its own, which whoever mounts it may wrap in more. */
function tapBoards(boards: unknown[]): () => void {
  const { prototype } = ExpressAdapter;
  const getRouter = prototype.getRouter;
  prototype.getRouter = function overheard(this: ExpressAdapter): unknown {
    const router: unknown = getRouter.call(this);
    boards.push(router);
    return router;
  };
  return () => void (prototype.getRouter = getRouter);
}

function tap(app: NestExpressApplication): Pick<OverheardApp, 'express' | 'mounts'> {
  const mounts: Mount[] = [];
  const express = app.getHttpAdapter().getInstance() as Application;
  const use = express.use.bind(express) as (...args: unknown[]) => unknown;
  Object.assign(express, {
    use: (...args: unknown[]) => {
      const [path, ...handlers] = args;
      if (typeof path === 'string') mounts.push({ path, handlers });
      return use(...args);
    },
  });
  return { express, mounts };
}
