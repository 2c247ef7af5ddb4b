import { type Json, type JsonObject } from '#schema';
import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { fillIn } from './fill-in.js';
import { type Visitor } from './visitor.js';

/** Goes through the pages of a task's form, then sends what was filled in. */
export async function answerTask(
  visitor: Visitor,
  data: JsonObject,
  sound: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { page } = visitor;
  for (let pages = 0; pages < 20; pages += 1) {
    const send = page.getByRole('button', { name: 'Send', exact: true });
    if (visitor.path.includes('/tjek') && (await send.isVisible())) return send.click();
    if ((await page.locator('#task-form').count()) === 0)
      return page.locator('main form button').first().click();
    await fillIn(visitor, data);
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Fortsæt', exact: true }).click(),
    ]);
    await sound();
    expect(await page.locator('.alert-error, .error-summary').allInnerTexts()).toEqual([]);
  }
  throw new Error(`The form of ${visitor.path} has no end.`);
}

/** With the CPR numbers of those who are named. */
export function withNumbers(data: JsonObject): JsonObject {
  const numbers = new Map(POPULATION.people.map(({ name, cpr }) => [name, cpr]));
  const number = (value: Json): Json => (typeof value === 'string' ? (numbers.get(value) ?? value) : value);
  return Object.fromEntries(
    Object.entries(data).map(([name, value = null]) => [
      name,
      Array.isArray(value) ? value.map(number) : number(value),
    ]),
  );
}
