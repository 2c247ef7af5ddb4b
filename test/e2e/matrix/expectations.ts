import { CALLER_ROLES } from '../../../libs/identity/src/caller.js';

/**
 * What is answered to whom. `anyone` and `citizen` stand for all of their kind; whoever is not named is refused: 403 with a sound
 * token, 401 without, and always 401 where only signatures count, or the secret of a face. `missing` is answered to those who are let in when there is no such
 * thing, and what a citizen may not see is answered in the very same words.
 */
export type Expectation = Readonly<Record<string, number>>;

const eachRole = (status: number): Expectation =>
  Object.fromEntries(CALLER_ROLES.map(role => [role, status]));

/** By route, as the application names it. */
export const EXPECTED: Readonly<Record<string, Expectation>> = {
  'GET /v1/authorities': { anyone: 200 },
  'GET /v1/definitions': { anyone: 200, formerHolder: 403, formerHelper: 403 },
  'GET /v1/definitions/:definition': {
    anyone: 200,
    formerHolder: 403,
    formerHelper: 403,
    holderElsewhere: 403,
    missing: 404,
  },
  'GET /v1/definitions/:definition/score': {
    anyone: 200,
    formerHolder: 403,
    formerHelper: 403,
    missing: 404,
  },
  // The journey of the matrix has no scenario that shows it.
  'GET /v1/definitions/:definition/example': { anyone: 404 },
  'GET /v1/definitions/:definition/feedback': { anyone: 200, missing: 404 },
  'GET /problems': { anyone: 200 },
  'GET /problems/:code': { anyone: 200, missing: 404 },
  'GET /health/live': { anyone: 200 },
  'GET /health/ready': { anyone: 200 },
  'GET /metrics': { ops: 200, scraper: 200 },

  // The same for every role: one's own.
  'GET /v1/sessions': eachRole(200),
  'DELETE /v1/sessions': eachRole(204),
  'DELETE /v1/sessions/:session': { ...eachRole(404), missing: 404 },
  // What is sent there proves itself, or nothing.
  'POST /v1/tokens': { face: 400 },
  'POST /v1/tokens/sign-out': { anyone: 401 },
  'GET /.well-known/jwks.json': { anyone: 200 },

  'GET /docs': { anyone: 200 },
  'GET /docs/': { anyone: 200 },
  'GET /docs-json': { anyone: 200 },
  'GET /docs-yaml': { anyone: 200 },
  'GET /docs/index.html': { anyone: 200 },
  'GET /docs/LICENSE': { anyone: 404 },
  'GET /docs/swagger-ui-init.js': { anyone: 200 },
  'GET /docs/docs/swagger-ui-init.js': { anyone: 200 },
  'USE /docs': { anyone: 200 },

  'GET /v1/disclosures': { citizen: 200 },
  'GET /v1/disclosures/proof': { citizen: 200 },
  'GET /v1/disclosures/keys': { anyone: 200 },
  'GET /v1/export': { citizen: 200 },
  'GET /v1/corrections': { citizen: 200 },
  'GET /v1/corrections/:correction': { citizen: 404, missing: 404 },
  // Of no disclosure.
  'POST /v1/corrections': { citizen: 404 },
  'GET /v1/mandates': { citizen: 200 },
  'GET /v1/assistances': { caseworker: 200 },
  'POST /v1/assistances': { caseworker: 201 },
  'DELETE /v1/assistances/:assistance': { caseworker: 404, missing: 404 },
  'POST /v1/mandates': { citizen: 201, holder: 403, holderElsewhere: 403 },
  'POST /v1/mandates/preview': { citizen: 200, holder: 403, holderElsewhere: 403 },
  'DELETE /v1/mandates/:mandate': { citizen: 404, holder: 403, holderElsewhere: 403, missing: 404 },
  'GET /v1/messages': { citizen: 200 },
  'GET /v1/messages/:message': { applicant: 200, partner: 404, subject: 404, stranger: 404, missing: 404 },
  'PUT /v1/messages/:message/read': {
    applicant: 204,
    partner: 404,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'GET /v1/overview': { citizen: 200 },
  // One's own alone: it would outlive a mandate.
  'GET /v1/calendar': { citizen: 200, holder: 403, holderElsewhere: 403 },
  'POST /v1/calendar': { citizen: 201, holder: 403, holderElsewhere: 403 },
  'DELETE /v1/calendar': { citizen: 204, holder: 403, holderElsewhere: 403 },
  // Whoever knows the address is let in, and nobody here does.
  'GET /v1/calendar/:secret/calendar.ics': { anyone: 404, missing: 404 },
  'GET /v1/offers': { citizen: 200 },
  'GET /v1/offers/:offer': { applicant: 200, partner: 404, subject: 404, stranger: 404, missing: 404 },
  'POST /v1/offers/:offer': { applicant: 200, partner: 404, subject: 404, stranger: 404, missing: 404 },
  'GET /v1/settings': { citizen: 200 },
  'PUT /v1/settings': { citizen: 200, holderElsewhere: 403 },
  'GET /v1/second-channel': { citizen: 200, holder: 403, holderElsewhere: 403 },
  'PUT /v1/second-channel': { citizen: 200, holder: 403, holderElsewhere: 403 },
  'DELETE /v1/second-channel': { citizen: 204, holder: 403, holderElsewhere: 403 },
  // No code was sent.
  'POST /v1/second-channel/confirmation': { citizen: 422, holder: 403, holderElsewhere: 403 },
  'GET /v1/journeys/:journey/messages': {
    applicant: 200,
    partner: 200,
    subject: 404,
    stranger: 404,
    missing: 404,
  },

  'GET /v1/journeys': { citizen: 200 },
  'POST /v1/journeys': { citizen: 201 },
  'GET /v1/journeys/:journey': { applicant: 200, partner: 200, subject: 404, stranger: 404, missing: 404 },
  'GET /v1/journeys/:journey/happened': {
    applicant: 200,
    partner: 200,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'GET /v1/journeys/:journey/answers': {
    applicant: 200,
    partner: 200,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'GET /v1/journeys/:journey/stream': {
    applicant: 200,
    partner: 200,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'GET /v1/journeys/:journey/cancellation': {
    applicant: 200,
    partner: 409,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'POST /v1/journeys/:journey/cancellation': {
    applicant: 200,
    partner: 409,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  // Nobody is asked before it has ended.
  'POST /v1/journeys/:journey/feedback': {
    applicant: 409,
    partner: 409,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'POST /v1/journeys/:journey/tasks/:task': {
    applicant: 200,
    partner: 403,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'POST /v1/journeys/:journey/tasks/:task/check': {
    applicant: 204,
    partner: 403,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'GET /v1/journeys/:journey/tasks/:task/draft': {
    applicant: 200,
    partner: 409,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'GET /v1/journeys/:journey/tasks/:task/earlier-answers': {
    applicant: 200,
    partner: 409,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'PUT /v1/journeys/:journey/tasks/:task/draft': {
    applicant: 204,
    partner: 409,
    subject: 404,
    stranger: 404,
    missing: 404,
  },

  'GET /v1/journeys/:journey/tasks/:task/documents/:field': {
    applicant: 200,
    partner: 404,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'PUT /v1/journeys/:journey/tasks/:task/documents/:field': {
    applicant: 200,
    partner: 404,
    subject: 404,
    stranger: 404,
    missing: 404,
  },
  'DELETE /v1/journeys/:journey/tasks/:task/documents/:field': {
    applicant: 204,
    partner: 404,
    subject: 404,
    stranger: 404,
    missing: 404,
  },

  // No dispatch of these scenes names a document.
  'GET /v1/callbacks/:dispatch/documents/:document': { authority: 404, otherAuthority: 404, missing: 404 },
  'POST /v1/callbacks/:dispatch': { authority: 200, otherAuthority: 404, missing: 404 },
  'POST /v1/events': { authority: 202, otherAuthority: 422 },

  'GET /v1/designer/journeys': { designer: 200, approver: 200 },
  'GET /v1/designer/versions/:hash': { designer: 200, approver: 200, missing: 404 },
  'GET /v1/designer/versions/:hash/picture': { designer: 200, approver: 200, missing: 404 },
  'GET /v1/designer/versions/:hash/picture.svg': { designer: 200, approver: 200, missing: 404 },
  'GET /v1/designer/versions': { designer: 200 },
  'POST /v1/designer/versions': { designer: 201 },
  'POST /v1/designer/versions/:hash/withdrawal': { designer: 204, missing: 404 },
  'GET /v1/designer/definitions/:definition/remarks': { designer: 200, missing: 404 },
  'POST /v1/designer/check': { designer: 200 },

  'GET /v1/audit/chains': { auditor: 200 },
  'POST /v1/audit/verifications': { auditor: 202 },
  // No case of these scenes has the number that is asked for.
  'POST /v1/audit/cases': { auditor: 404 },
  'POST /v1/audit/cases.csv': { auditor: 404 },
  'GET /v1/audit/log': { auditor: 200 },
  'GET /v1/audit/log.csv': { auditor: 200 },
  'GET /v1/audit/record': { auditor: 200 },
  'GET /v1/audit/record.md': { auditor: 200 },

  'GET /v1/ops/journeys': { ops: 200 },
  'GET /v1/ops/journeys/:journey': { ops: 200, missing: 404 },
  'POST /v1/ops/journeys/:journey/resume': { ops: 409, missing: 404 },
  'GET /v1/ops/held-journeys': { ops: 200 },
  'GET /v1/ops/dispatches': { ops: 200 },
  'GET /v1/ops/dispatches/:dispatch': { ops: 200, missing: 404 },
  'POST /v1/ops/dispatches/:dispatch/retry': { ops: 204, missing: 404 },
  'GET /v1/ops/dispatches/:dispatch/skip': { ops: 200, missing: 404 },
  'POST /v1/ops/dispatches/:dispatch/skip': { ops: 204, missing: 404 },
  'POST /v1/ops/dispatches/:dispatch/resolve': { ops: 204, missing: 404 },
  'GET /v1/ops/incidents': { ops: 200 },
  'POST /v1/ops/incidents/:service/:cause/retry': { ops: 200, missing: 404 },
  'GET /v1/ops/authorities': { ops: 200 },
  'POST /v1/ops/authorities/:authority/pause': { ops: 204, missing: 404 },
  'POST /v1/ops/authorities/:authority/resume': { ops: 200, missing: 404 },
  'GET /v1/ops/audit': { ops: 200 },
  'POST /v1/ops/session': { ops: 204 },
  'DELETE /v1/ops/session': { ops: 204 },
};
