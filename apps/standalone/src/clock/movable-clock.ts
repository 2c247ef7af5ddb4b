import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { iso } from '#calendar';
import { type CalendarClock, type WallClock } from '#runtime';
import { type Instant } from '#statechart';

/** What a clock tells: the same as the wall clock and so many milliseconds more, or one instant for as long as it stands. */
type Setting = { readonly ahead: number } | { readonly standsAt: Instant };

export interface MovableClockOptions {
  readonly wall: WallClock;
  /** Where its setting is kept between starts; without it every start begins anew. */
  readonly file?: string | undefined;
  /** Where it stands when nothing is kept; unless given it goes with the wall clock. */
  readonly standsAt?: Instant | undefined;
}

/**
 * A calendar clock that can be moved ahead, for demonstrations and for trying a journey. It goes at the pace of the wall clock, or
 * stands. Where it is set to is written down before it tells it, so that nothing is stored that lies ahead of it after a restart.
 */
export class MovableClock implements CalendarClock {
  readonly #wall: WallClock;
  readonly #file: string | undefined;
  #setting: Setting;

  constructor({ wall, file, standsAt }: MovableClockOptions) {
    this.#wall = wall;
    this.#file = file;
    this.#setting = kept(file) ?? (standsAt === undefined ? { ahead: 0 } : { standsAt });
  }

  now(): Instant {
    return 'ahead' in this.#setting ? this.#wall.now() + this.#setting.ahead : this.#setting.standsAt;
  }

  get stands(): boolean {
    return 'standsAt' in this.#setting;
  }

  /**
   * Stands still at an instant until it is moved or goes on.
   *
   * @throws RangeError for one that has passed: time does not run backwards
   */
  standAt(instant: Instant): void {
    if (instant < this.now()) {
      throw new RangeError(
        `${iso(instant)} has passed; it is ${iso(this.now())}, and time does not run backwards`,
      );
    }
    this.#set({ standsAt: instant });
  }

  /** Stands still where it is. */
  stand(): void {
    this.#set({ standsAt: this.now() });
  }

  /** Goes on from where it is, at the pace of the wall clock. */
  goOn(): void {
    this.#set({ ahead: this.now() - this.#wall.now() });
  }

  #set(setting: Setting): void {
    if (this.#file !== undefined) {
      writeFileSync(`${this.#file}.new`, JSON.stringify(setting));
      renameSync(`${this.#file}.new`, this.#file);
    }
    this.#setting = setting;
  }
}

function kept(file: string | undefined): Setting | undefined {
  return file !== undefined && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Setting)
    : undefined;
}
