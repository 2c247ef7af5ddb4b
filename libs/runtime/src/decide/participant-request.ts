/** Command of a participant to one journey. */
export interface ParticipantRequest {
  readonly journey: string;
  readonly person: string;
  /** Who asks it for them, under a mandate. */
  readonly holder?: string;
  /** Number of the last entry that the participant saw, of those they may see. */
  readonly expects?: number;
  /** Idempotency key: what the same person asks of the journey with the same key is done once. */
  readonly key?: string;
  /** Of the request's content; the same key with another digest is refused. */
  readonly digest?: string;
}
