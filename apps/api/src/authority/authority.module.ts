import { Module } from '@nestjs/common';
import { CallbacksController } from './callbacks.controller.js';
import { EventsController } from './events.controller.js';

/** Webhooks of authorities: late answers, and reports of what their registers learnt. */
@Module({ controllers: [CallbacksController, EventsController] })
export class AuthorityModule {}
