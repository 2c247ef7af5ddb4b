import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { type Definition, type Language } from '#journey';
import { type JourneyScore, scoreJourney } from '#workshop';
import { type ScoreDocument } from './score-document.js';

/** The scores of published definitions: a hash never changes its content, and so each is computed once. */
@Injectable()
export class DefinitionScores {
  readonly #scores = new Map<string, JourneyScore>();

  constructor(private readonly catalogue: Catalogue) {}

  of(definition: Definition, language: Language): ScoreDocument {
    const score = this.#scores.get(definition.hash) ?? scoreJourney(definition, this.catalogue);
    this.#scores.set(definition.hash, score);
    return {
      ...score,
      groups: score.groups.map(({ title, indicators, ...group }) => ({
        ...group,
        title: title[language],
        indicators: indicators.map(({ id, question, value, reason, open }) => ({
          id,
          question: question[language],
          ...(value !== undefined && { value }),
          ...(reason && { reason: reason[language] }),
          ...(open && { open: open[language] }),
        })),
      })),
      principles: score.principles.map(({ title, reason, ...principle }) => ({
        ...principle,
        title: title[language],
        reason: reason[language],
      })),
    };
  }
}
