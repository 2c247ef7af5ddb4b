import { Injectable } from '@nestjs/common';
import { Mandates } from '#runtime';

/** What those are called who have acted for a person, by their mandates. */
@Injectable()
export class HolderNames {
  constructor(private readonly mandates: Mandates) {}

  /** By person id; asks only where somebody has acted. */
  async of(
    acts: readonly { readonly holder?: string | undefined }[],
    person: string,
  ): Promise<ReadonlyMap<string, string>> {
    return acts.some(({ holder }) => holder !== undefined) ? this.mandates.holdersOf(person) : NOBODY;
  }
}

const NOBODY: ReadonlyMap<string, string> = new Map();
