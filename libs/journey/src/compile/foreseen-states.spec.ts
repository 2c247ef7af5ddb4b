import { smallJourney } from '../../test/sample-journey.js';

const journey = smallJourney(`
      roles: { applicant: {} }
      machine:
        initial: expecting
        states:
          expecting:
            meta: { task: { role: applicant, form: consent } }
            on: { agree: care, decline: { target: loss } }
          care:
            type: parallel
            onDone: done
            states:
              visits:
                meta: { section: visits }
                initial: awaiting
                states:
                  awaiting: { after: { P1D: planned } }
                  planned: { type: final }
              late:
                meta: { section: late }
                initial: open
                states:
                  open: { meta: { task: { role: applicant, form: consent, kind: may } }, on: { agree: over, decline: over } }
                  over: { type: final }
              door:
                initial: shut
                states:
                  shut:
                    meta: { task: { role: applicant, form: consent, kind: standing } }
                    on: { agree: opened, decline: over }
                    after: { P1Y: over }
                  opened: { meta: { section: mishap }, after: { P1D: over } }
                  over: { type: final }
          loss:
            meta: { quiet: true, section: farewell }
            initial: resting
            states:
              resting: { after: { P1D: over } }
              over: { type: final }
            onDone: done
          done: { type: final }`);

it('only what the expected road leads to is foreseen', () => {
  const foreseen = Object.fromEntries(journey.sections.map(({ key, foreseen: is }) => [key, is]));
  expect(foreseen).toEqual({ visits: true, late: true, mishap: false, farewell: false });
});

it('where only a loss leads is known, and where others come too is not', () => {
  const paths = journey.statePaths().filter(path => journey.comesAfterLoss(path));
  expect(paths).toEqual(['loss', 'loss.resting', 'loss.over']);
  const bereaved = smallJourney(`
      roles: { applicant: {} }
      machine:
        initial: told
        states:
          told: { on: { cpr.moveRegistered: death } }
          death:
            meta: { quiet: true }
            initial: known
            states: { known: { always: '#estate' } }
          estate: { id: estate, after: { P1Y: done } }
          done: { type: final }`);
  expect(bereaved.statePaths().filter(path => bereaved.comesAfterLoss(path))).toEqual([
    'death',
    'death.known',
    'estate',
    'done',
  ]);
});
