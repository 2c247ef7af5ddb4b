import { Module } from '@nestjs/common';
import { KeysController } from './keys.controller.js';
import { SessionsController } from './sessions.controller.js';
import { BackChannelController } from './back-channel.controller.js';
import { TokenExchange } from './token-exchange.js';
import { TokensController } from './tokens.controller.js';

/** From who has signed in to who may do what: tokens, and the sessions that give them. */
@Module({
  controllers: [TokensController, BackChannelController, SessionsController, KeysController],
  providers: [TokenExchange],
})
export class TokensModule {}
