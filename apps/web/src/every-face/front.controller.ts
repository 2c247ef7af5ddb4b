import { Controller, Get } from '@nestjs/common';
import { FRONT_PATHS } from '../faces.js';
import { SeeOther } from '../http/see-other.js';
import { OpenToAll } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';

/** The bare address where citizens, whose it is, are not served. */
@OpenToAll()
@Controller()
export class FrontController {
  @Get()
  lead(@Visiting() { face }: Visit): SeeOther {
    return new SeeOther(FRONT_PATHS[face]);
  }
}
