import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { LOGGER, withoutCpr } from '#telemetry';
import { type AuditEntry, AuditLog, WallClock, RetryableError } from '#runtime';

/** Write-ahead audit trail: what cannot be recorded is not done; how it went is recorded if it can be. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly log: AuditLog,
    private readonly clock: WallClock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * A CPR number that has slipped into the reason is struck out.
   *
   * @throws RetryableError
   */
  async begin(entry: Omit<AuditEntry, 'at'>): Promise<string> {
    try {
      const { reason } = entry;
      const clean = { ...entry, ...(reason !== undefined && { reason: withoutCpr(reason) }) };
      return await this.log.append({ at: this.clock.now(), ...clean });
    } catch (cause) {
      throw new RetryableError('nobody may act while the audit log cannot be written', { cause });
    }
  }

  /** Never fails: what was done is done, and that it was begun is known. */
  async conclude(id: string, outcome: string, subjects: readonly string[] = []): Promise<void> {
    await this.log.conclude(id, outcome, subjects).catch((error: unknown) => {
      this.logger.error({ err: error, entry: id }, 'the audit log was not told how something went');
    });
  }
}
