// What pages do better with a script; all of them work without it.

const partsOf = root =>
  new Map([...root.querySelectorAll('[data-part]')].map(part => [part.dataset.part, part]));
const parsed = async response => new DOMParser().parseFromString(await response.text(), 'text/html');

// What is wrong is read out and in view.
document.querySelector('[data-focus]')?.focus();

// Live update: something has happened in the journey, so the page is read anew and its parts are replaced.
const news = document.querySelector('[data-news]');
if (news && 'EventSource' in window) {
  const stream = new EventSource(news.dataset.news);
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), 300);
  };
  stream.addEventListener('happened', soon);
  stream.addEventListener('over', () => {
    stream.close();
    soon();
  });
  window.addEventListener('pagehide', () => stream.close());
}

// Of two readings under way the later counts, whichever comes first.
let latest;

async function refresh() {
  latest?.abort();
  latest = new AbortController();
  const page = await readAnew(latest.signal).catch(() => undefined);
  if (!page) return undefined;
  const fresh = partsOf(page);
  let changed = false;
  for (const [name, part] of partsOf(document)) {
    const next = fresh.get(name);
    if (!next || next.innerHTML === htmlAsSent(part)) continue;
    replacePart(part, next);
    changed = true;
  }
  renewNotice(page);
  const told = document.querySelector('[data-news-told]');
  if (changed && told) told.textContent = told.dataset.newsTold;
  return page;
}

// Polling: a page of figures is read anew while somebody looks at it, and not while they are at something in it.
const figures = document.querySelector('[data-refresh]');
if (figures) {
  const seconds = Number(figures.dataset.refresh);
  // Whoever has gone is signed out, as on any other page.
  let used = Date.now();
  for (const sign of ['pointermove', 'keydown', 'scroll'])
    addEventListener(sign, () => (used = Date.now()), { passive: true });
  const isBusy = () => document.activeElement?.matches('input, textarea, select');
  const isAway = () => document.hidden || Date.now() - used > 10 * 60_000;
  const reading = setInterval(async () => {
    if (isBusy() || isAway()) return;
    const fresh = await refresh();
    // What is old does not look new.
    const stale = document.querySelector('[data-stale]');
    if (stale) stale.textContent = fresh ? '' : stale.dataset.stale;
    if (fresh && !fresh.querySelector('[data-refresh]')) clearInterval(reading);
  }, seconds * 1_000);
}

async function readAnew(signal) {
  const response = await fetch(location.href, { signal });
  return response.ok && !response.redirected ? parsed(response) : undefined;
}

/** Without what the reader has opened. */
function htmlAsSent(part) {
  const copy = part.cloneNode(true);
  for (const [index, details] of part.querySelectorAll('details').entries()) {
    copy.querySelectorAll('details')[index].toggleAttribute('open', details.dataset.sentOpen === 'true');
  }
  for (const details of copy.querySelectorAll('details')) delete details.dataset.sentOpen;
  return copy.innerHTML;
}

/** The focus and what is opened stay. */
function replacePart(part, next) {
  const address = element => element?.id || element?.getAttribute('href') || element?.textContent;
  const focused = part.contains(document.activeElement) ? address(document.activeElement) : undefined;
  const opened = new Set(
    [...part.querySelectorAll('details[open] > summary')].map(summary => summary.textContent),
  );
  part.replaceChildren(...next.childNodes);
  for (const summary of part.querySelectorAll('details > summary')) {
    if (opened.has(summary.textContent)) summary.parentElement.open = true;
  }
  if (focused === undefined) return;
  const again = [...part.querySelectorAll('a, button, summary, [tabindex]')].find(
    element => address(element) === focused,
  );
  again?.focus();
}

for (const details of document.querySelectorAll('[data-part] details')) {
  details.dataset.sentOpen = String(details.open);
}

// A form keeps what is typed as a draft, and shows and hides fields as they are asked for.
const form = document.querySelector('form[data-keeps]');
if (form) {
  let waiting;
  let saving;
  const soon = delay => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const mine = Promise.resolve(saving)
        .then(keep)
        .finally(() => {
          if (saving === mine) saving = undefined;
        });
      saving = mine;
    }, delay);
  };
  form.addEventListener('input', event => {
    if (event.target.type !== 'file') soon(1500);
  });
  form.addEventListener('change', event => {
    if (event.target.type !== 'file') soon(100);
  });
  // What is under way as a draft must not arrive after what is sent.
  form.addEventListener('submit', event => {
    clearTimeout(waiting);
    if (!saving) return;
    event.preventDefault();
    const { submitter } = event;
    // A form is not sent anew before the event is over.
    void saving.then(() => setTimeout(() => form.requestSubmit(submitter)));
  });
}

async function keep() {
  const typed = new FormData(form);
  typed.set('handling', 'save');
  const body = new URLSearchParams([...typed].filter(([, value]) => typeof value === 'string'));
  const response = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
  if (!response || (!response.ok && response.status !== 422)) return;
  const fresh = await parsed(response);
  renewNotice(fresh);
  askedNow(partsOf(fresh.querySelector('form[data-keeps]') ?? fresh));
  const saved = document.querySelector('[data-saved]');
  const said = fresh.querySelector('[data-saved]');
  if (response.ok && saved && said) saved.textContent = said.textContent;
}

/** Fields come and go; those that stay are not touched, for somebody may be typing. */
function askedNow(fresh) {
  const here = partsOf(form);
  for (const [name, part] of here)
    if (!fresh.has(name) && !part.contains(document.activeElement)) part.remove();
  let before;
  for (const [name, part] of fresh) {
    const known = here.get(name);
    if (!known) before?.after(part);
    before = known ?? part;
  }
}

// Whoever is soon signed out is told, in time to stay.
const LAST_CALL = 120;
let calls = [];
function callInTime() {
  calls.forEach(clearTimeout);
  const notice = document.querySelector('[data-session]');
  const alert = notice?.querySelector('[role=alert]');
  if (!alert) return;
  const { told, toldAfter } = alert.dataset;
  const left = Number(notice.dataset.session);
  const tell = (text, seconds) => setTimeout(() => (alert.textContent = text), seconds * 1_000);
  calls = [tell(told, left - LAST_CALL), tell(toldAfter, left)];
}
callInTime();

/** Whatever is read of us prolongs the session. */
function renewNotice(page) {
  const [notice, next] = [document, page].map(each => each.querySelector('[data-session]'));
  if (!notice || !next) return undefined;
  const isAt = notice.contains(document.activeElement);
  notice.replaceWith(next);
  if (isAt) next.querySelector('a')?.focus();
  callInTime();
  return next;
}

// Staying signed in is asked for without leaving the page, on which something may be typed.
document.addEventListener('click', event => {
  const stay = event.target.closest?.('[data-session] a');
  if (!stay) return;
  event.preventDefault();
  void stayHere(stay);
});

async function stayHere(stay) {
  const response = await fetch(stay.href).catch(() => undefined);
  const notice = response?.ok ? renewNotice(await parsed(response)) : undefined;
  if (!notice) return location.assign(stay.href);
  notice.querySelector('a')?.focus();
}
