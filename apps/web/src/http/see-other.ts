/** *Post-redirect-get*: what a controller returns to lead the browser on to another page (RFC 9110, 303). */
export class SeeOther {
  /** @param path of this face */
  constructor(readonly path: string) {}
}
