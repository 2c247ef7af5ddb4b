import { RetryableError } from '#runtime';
import { type Instant } from '#statechart';
import { type SeededRandom } from '../support/seeded-random.js';
import { type Mortal, type Scheduler, type Step } from './scheduler.js';
import { short } from './trace.js';
import { CALM, type Weather } from './weather.js';

/** Where a call goes: what is away, is away as a whole. */
export type Remote = 'store' | 'queue' | 'authorities';

/** How long a caller waits for a return that does not come. */
const TIMEOUT = 10_000;

/**
 * Everything between a process and the rest of the world. A call's effect and its return are steps of their own: between them
 * anything else may happen, also the death of the caller.
 */
export class Wire {
  weather: Weather = CALM;
  readonly #away = new Map<Remote, Instant>();

  constructor(
    readonly scheduler: Scheduler,
    readonly random: SeededRandom,
  ) {}

  /** Out of reach until then. */
  takeAway(remote: Remote, until: Instant): void {
    this.#away.set(remote, until);
  }

  /** The weather turns fine. */
  calm(): void {
    this.weather = CALM;
    this.#away.clear();
  }

  /** A step that takes as long as a message takes. */
  send(step: Step): void {
    const { scheduler, random, weather } = this;
    if (!random.happens(weather.slow)) scheduler.soon(step);
    else scheduler.at(scheduler.now + random.pick([20, 900, 6_000, 40_000]), step);
  }

  /** The same object, each of whose methods is called over the wire. */
  over<T extends object>(remote: Remote, name: string, target: T, of: Mortal): T {
    return new Proxy(target, {
      get: (port, method) => {
        const member: unknown = Reflect.get(port, method);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) =>
          this.call(remote, `${of.name} ${name}.${String(method)} ${brief(args)}`, of, () =>
            Promise.resolve(Reflect.apply(member, port, args) as unknown),
          );
      },
    });
  }

  call<T>(remote: Remote, label: string, of: Mortal, effect: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const { random, scheduler } = this;
      const answer = (how: string, run: () => void) =>
        this.send({ label: how === '' ? `${label} returns` : `${label} ${how}`, of, run });
      const give = (how: string) => {
        const run = () => reject(new RetryableError(`${label}: ${how}`));
        scheduler.at(scheduler.now + TIMEOUT, { label: `${label} ${how}`, of, run });
      };
      // Decided now: whether it still arrives if the sender dies meanwhile.
      const arrives: { of?: Mortal } = random.happens(this.weather.orphaned) ? {} : { of };
      this.send({
        label,
        ...arrives,
        run: () => {
          const away = this.#away.get(remote);
          if (away !== undefined && away > scheduler.now) {
            return answer('is away', () => reject(new RetryableError(`${remote} is away`)));
          }
          if (random.happens(this.weather.lost)) return give('is lost');
          if (remote === 'queue' && random.happens(this.weather.doubled)) void effect();
          const unheard = random.happens(this.weather.lostReturn);
          effect().then(
            value => (unheard ? give('loses its return') : answer('', () => resolve(value))),
            (error: unknown) => answer(`fails: ${String(error)}`, () => reject(error as Error)),
          );
        },
      });
    });
  }
}

function brief(args: readonly unknown[]): string {
  return args.map(arg => part(arg)).join(' ');
}

function part(arg: unknown): string {
  if (typeof arg === 'string') return short(arg);
  if (typeof arg === 'number') return String(arg);
  if (Array.isArray(arg)) return arg.map(item => part(item)).join(',');
  if (arg === null || typeof arg !== 'object') return '';
  const { journey, dispatch, expects, entry, seq } = arg as {
    readonly [name: string]: unknown;
    readonly entry?: { readonly kind?: string; readonly subject?: string };
  };
  const id = typeof dispatch === 'string' ? dispatch : typeof journey === 'string' ? journey : '';
  const change = typeof expects === 'number' ? `@${expects + 1} ${entry?.kind} ${entry?.subject}` : '';
  return `${short(id)}${change}${typeof seq === 'number' ? `#${seq}` : ''}`;
}
