import { Controller, Get, Post } from '@nestjs/common';
import { Posted, PostedForm } from '../http/posted.js';
import { SeeOther } from '../http/see-other.js';
import { OfEveryFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { Api } from '../rest/api.js';
import { isProblem } from '../rest/api-problem.js';
import { type SignedInPlace, PlacesPage } from './pages/places-page.js';
import { PLACES_PATH, SIGNED_OUT_PATH } from './session-paths.js';

/** Where somebody is signed in, and ending it from afar. */
@OfEveryFace()
@Controller(PLACES_PATH)
export class PlacesController {
  constructor(private readonly api: Api) {}

  @Get()
  async show(@Visiting() visit: Visit) {
    const { items } = await this.api.read<{ readonly items: readonly SignedInPlace[] }>(visit, '/sessions');
    return <PlacesPage places={items} />;
  }

  /** One that is named, or all of them. */
  @Post()
  async end(@PostedForm() posted: Posted, @Visiting() visit: Visit): Promise<SeeOther> {
    const session = posted.text('session');
    if (session === '') {
      await this.api.read(visit, '/sessions', { method: 'DELETE' });
      return new SeeOther(SIGNED_OUT_PATH);
    }
    await this.api
      .read(visit, `/sessions/${encodeURIComponent(session)}`, { method: 'DELETE' })
      // It has ended meanwhile.
      .catch((error: unknown) => {
        if (!isProblem(error, 404)) throw error;
      });
    return new SeeOther(PLACES_PATH);
  }
}
