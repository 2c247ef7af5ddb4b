import { Injectable } from '@nestjs/common';
import { type Definition } from '#journey';
import { type FoundJourney, JourneyIndex } from '#workshop';

/** The search index of the definitions in force, made anew when there are others. */
@Injectable()
export class JourneyFinder {
  #of = '';
  #index = new JourneyIndex([]);

  find(question: string, definitions: readonly Definition[]): readonly FoundJourney[] {
    const of = definitions.map(({ hash }) => hash).join(' ');
    if (of !== this.#of) {
      this.#index = new JourneyIndex(definitions);
      this.#of = of;
    }
    return this.#index.find(question);
  }
}
