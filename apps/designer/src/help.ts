/** What `npm run journey` says when it is asked for nothing, or for help. */
export const HELP = `npm run journey -- <command> [journey] [options]

  check [journey]              what is wrong, where, and how to mend it; all journeys without a name
  play <journey> [scenario]    with a scenario: every step as it happens; without: play it yourself
      --start 2025-03-01       the day to begin on (default: today)
      --version 2025-01-01     the version to play (default: the one in force at the start)
      --as anna                the name of the applicant
  draw <journey>               a picture of it: Mermaid text, or SVG
      --svg, --mermaid         default: SVG when --out ends in .svg, else Mermaid
      --out file               where to write it (default: the context)
      --version 2025-01-01     default: the newest
  coverage [journey]           which states and transitions the scenarios walk
      --min 100                fail when less than so many percent are walked
  lsp                          the journey language in your editor; journeys/README.md says how to set it up

  --lang da|en                 the language of play and draw (default: en)
  --journeys folder            where the journeys are (default: journeys)

Ends with 1 when something is wrong, and with 2 when it was asked for something that is not there.`;
