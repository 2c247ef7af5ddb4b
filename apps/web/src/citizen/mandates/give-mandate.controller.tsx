import { randomUUID } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { mandateReceiptPath } from '../../paths.js';
import { isProblem } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { CheckMandatePage } from './check-mandate-page.js';
import { GiveMandatePage } from './give-mandate-page.js';
import { asThemselves } from './as-themselves.js';
import {
  faultsOf,
  type Kinds,
  type MandateFaults,
  missingIn,
  NOTHING_TYPED,
  orderOf,
  readMandate,
  type TypedMandate,
} from './mandate-form.js';

/** Giving somebody a mandate: asked, checked in words, given. It is the visitor's own, whomever they act for. */
@Controller('fuldmagter/giv')
export class GiveMandateController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async ask(@Visiting() visit: Visit) {
    return <GiveMandatePage typed={NOTHING_TYPED} kinds={await this.#kinds(visit)} />;
  }

  @Post()
  async take(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const [typed, step] = [readMandate(posted), posted.text('step')];
    const kinds = await this.#kinds(visit);
    if (step === 'change') return <GiveMandatePage typed={typed} kinds={kinds} />;
    const missing = missingIn(typed, visit.words.mandates.give);
    if (Object.keys(missing).length > 0) return askedAgain(typed, kinds, missing);
    const order = orderOf(typed, visit.visitor!.name);
    try {
      if (step === 'send') {
        const { id } = await this.citizen.giveMandate(asThemselves(visit), order, posted.text('key'));
        return new SeeOther(mandateReceiptPath(id!));
      }
      const preview = await this.citizen.previewMandate(asThemselves(visit), order);
      return <CheckMandatePage typed={typed} kinds={kinds} preview={preview} sendKey={randomUUID()} />;
    } catch (error) {
      const faults = isProblem(error, 422) ? faultsOf(error) : {};
      if (Object.keys(faults).length === 0) throw error;
      return askedAgain(typed, kinds, faults);
    }
  }

  async #kinds(visit: Visit): Promise<Kinds> {
    const { items } = await this.citizen.definitions(asThemselves(visit));
    return items
      .flatMap(({ id, title, ownOnly }) => (ownOnly ? [] : [{ code: id, label: title }]))
      .sort((one, other) => one.label.localeCompare(other.label, visit.language));
  }
}

function askedAgain(typed: TypedMandate, kinds: Kinds, faults: MandateFaults): ShownAgain {
  return new ShownAgain(<GiveMandatePage typed={typed} kinds={kinds} faults={faults} />, 422);
}
