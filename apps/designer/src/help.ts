/** Usage text: what `npm run journey` says when it is asked for nothing, or for help. */
export const HELP = `npm run journey -- <command> [journey] [options]

  new <journey>                a small journey that works at once, to be made yours
      --from 2027-01-01        the day it takes effect (default: today); of a journey that is there: a new version
  check [journey]              what is wrong, where, and how to mend it; plays every scenario; all journeys without a name
      --fix                    first make what is named and missing (texts, forms, messages, parameters, delays), each
                               to be written where it says TODO, and format the files
  play <journey> [scenario]    with a scenario: every step as it happens; without: play it yourself
      --start 2025-03-01       the day to begin on (default: today)
      --version 2025-01-01     the version to play (default: the one in force at the start)
      --as anna                the name of the applicant
      --place 0101             the code of the municipality (default: what the journey says itself)
  draw <journey> [branch]      a picture of it, or of one state with all inside it: Mermaid text, or SVG
      --svg, --mermaid         default: SVG when --out ends in .svg, else Mermaid
      --out file               where to write it (default: the terminal)
      --version 2025-01-01     default: the newest
      --versions a..b          what version b changes of version a: added, removed, changed
      --scenario name          lights up what a scenario walks
      --all                    the whole in one picture (default: over 60 states an overview and the branches)
      --link address           where links lead: '{path}#L{line}' (default), 'vscode://file/…/{file}:{line}'
  coverage [journey]           which states and transitions the scenarios walk
      --version 2025-01-01     only of this version (default: of every one)
      --min 100                fail when less than so many percent are walked
  score [journey]              how it does by the eGovernment Benchmark and by the principles of digital-ready legislation,
                               with every reason; all journeys as a table without a name
      --version 2025-01-01     default: the newest
  record [journey]             who is given which data for what, on which ground, and how long it is kept (GDPR art. 30),
                               in Markdown; all journeys without a name
      --version 2025-01-01     default: the newest
      --out file               where to write it (default: the terminal)
  diff <journey> <a> <b>       what version b changes of version a, and which numbers change with the day
  catalogue [name]             what a journey can be written with: authorities, their services, functions of
                               expressions; with the name of an authority or service all about it
      --journey moving         the names that may be written in this journey, with their types
      --at underWay.doctor     those in reach at this state
  lsp                          the journey language in your editor; journeys/README.md says how to set it up

  --lang da|en                 the language of play, draw, score, record and catalogue (default: en)
  --journeys folder            where the journeys are (default: journeys)

Ends with 1 when something is wrong, and with 2 when it was asked for something that is not there.`;
