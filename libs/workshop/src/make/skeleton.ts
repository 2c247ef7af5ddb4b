import { stringify } from 'yaml';
import { type JourneyFiles } from '#journey';

/** What a new journey is made from. */
export interface SkeletonRequest {
  /** The name of its folder, such as `getting-married`. */
  readonly id: string;
  /** The day it takes effect, `YYYY-MM-DD`. */
  readonly effective: string;
  /** Where the schemas are, as seen from the journey's folder, such as `../../libs/workshop/schema`. */
  readonly schemas: string;
}

/**
 * Project template: the files of a small journey that is sound and wholly walked by its scenarios. A citizen applies
 * for a day and gets a receipt, or does nothing until the time is up.
 */
export function skeleton({ id, effective, schemas }: SkeletonRequest): JourneyFiles {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const head = (kind: string, up = ''): string =>
    `# yaml-language-server: $schema=${schemas.startsWith('.') ? up : ''}${schemas}/${kind}.schema.json\n`;
  return {
    [`${effective}.yaml`]: `${head('definition')}id: ${quoted(id)}
title:
  da: Nyt forløb
  en: ${quoted(title)}
lifeEvent: family
effective: ${effective}
estimatedDuration: P1W
retention: { for: P1Y, source: 'Own choice; GDPR art. 5(1)(e)' }

roles:
  applicant: {}

machine:
  initial: applying
  states:
    applying:
      meta:
        task: { role: applicant, form: application, due: applyingTime, remind: P7D, overdue: forgotten }
      on:
        submit:
          target: applied
          actions:
            - { remember: application }
            - { message: received, to: applicant, with: { day: = application.day } }
    applied: { type: final }
    forgotten: { type: final }
`,
    'forms/application.yaml': `${head('form', '../')}$schema: https://json-schema.org/draft/2020-12/schema
type: object
required: [day]
additionalProperties: false
properties:
  day: { type: string, format: date, x-category: case }
`,
    'parameters.yaml': `${head('parameters')}# found: read in a published source. background: known, no page at hand. doubtful: look it up before relying on it.
applyingTime:
  title:
    da: Så længe bevares en ansøgning, der ikke er sendt
    en: How long an application that is not sent is kept
  values:
    - { from: 2020-01-01, value: P30D, source: Own choice, confidence: found }
`,
    'texts/da.yaml': `${head('texts', '../')}title: Nyt forløb
summary: Du søger om en dag og får en kvittering.
roles:
  applicant: Dig, der søger
states:
  applying: Du har ikke sendt din ansøgning endnu
  applied: Din ansøgning er sendt
  forgotten: Din ansøgning blev ikke sendt og er slettet
tasks:
  applying:
    title: Send din ansøgning
    help: Vælg den dag, du søger om. Du får en kvittering, når ansøgningen er sendt.
forms:
  application:
    title: Ansøgning
    fields: { day: { label: Hvilken dag søger du om? } }
    events: { submit: Send ansøgningen }
messages:
  received:
    subject: Vi har fået din ansøgning
    body: Vi har fået din ansøgning om {day, date}. Du skal ikke gøre mere.
`,
    'texts/en.yaml': `${head('texts', '../')}title: ${quoted(title)}
summary: You apply for a day and get a receipt.
roles:
  applicant: You who apply
states:
  applying: You have not sent your application yet
  applied: Your application is sent
  forgotten: Your application was not sent and is deleted
tasks:
  applying:
    title: Send your application
    help: Choose the day you apply for. You get a receipt when the application is sent.
forms:
  application:
    title: Application
    fields: { day: { label: Which day do you apply for? } }
    events: { submit: Send the application }
messages:
  received:
    subject: We have your application
    body: We have your application for {day, date}. You need not do anything more.
`,
    'scenarios/applied.yaml': `${head('scenario', '../')}name: The application is sent
steps:
  - submit: applying
    expect: { messages: [received], states: [applied], done: true }
`,
    'scenarios/forgotten.yaml': `${head('scenario', '../')}name: The application is never sent
description: One reminder a week before the time is up.
steps:
  - wait: P24D
    expect: { messages: [reminder], tasks: [applying] }
  - wait: P7D
    expect: { states: [forgotten], done: true }
`,
    'README.md': `# ${title}

What this journey does for the citizen, in a few sentences.

## Left out

What the journey does not do, and why.

## For a lawyer to check

Each value in \`parameters.yaml\` that is not \`found\`.
`,
  };
}

/** A text as YAML writes it, with quotes where it would else be read as something other than text. */
function quoted(text: string): string {
  return stringify(text, { singleQuote: true, lineWidth: 0 }).trim();
}
