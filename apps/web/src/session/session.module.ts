import { type DynamicModule, Inject, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { KeptVisitors } from './kept-visitors.js';
import { MitIdSignedIn } from './mitid-signed-in.js';
import { OpenId } from './open-id.js';
import { PlacesController } from './places.controller.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';
import { sessionMiddleware } from './session-middleware.js';
import { SignedIn } from './signed-in.js';
import { SignInCookie } from './sign-in-cookie.js';
import { SignInController } from './sign-in.controller.js';
import { SignOutController } from './sign-out.controller.js';
import { TokenApi } from './token-api.js';

/** Who sits before a browser: signing in, staying, signing out. Global; its middleware stands before every route. */
@Module({})
export class SessionModule implements NestModule {
  constructor(@Inject(SESSION_OPTIONS) private readonly options: SessionOptions) {}

  static forRoot(options: SessionOptions): DynamicModule {
    return {
      module: SessionModule,
      global: true,
      controllers: [SignInController, SignOutController, PlacesController],
      providers: [
        { provide: SESSION_OPTIONS, useValue: options },
        KeptVisitors,
        MitIdSignedIn,
        OpenId,
        SignInCookie,
        TokenApi,
        { provide: SignedIn, useExisting: MitIdSignedIn },
      ],
      exports: [SignedIn],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(sessionMiddleware(this.options)).forRoutes('{*path}');
  }
}
