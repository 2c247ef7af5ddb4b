import { type Client } from './client.js';
import { startSystem, type System } from './system.js';

const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
export const NUMBER_OF_ANNA = '0906051234';
export const NUMBER_OF_BO = '6204862345';

/** Two who move together, and have told the authorities what those need. */
export interface MovedHousehold {
  readonly system: System;
  readonly anna: Client;
  readonly bo: Client;
  /** Of the journey. */
  readonly id: string;
}

/** Starts a system in which Anna has moved with Bo, and has chosen a doctor. */
export async function startMovedHousehold(): Promise<MovedHousehold> {
  const system = await startSystem();
  try {
    const [anna, bo] = [await system.citizen(NUMBER_OF_ANNA), await system.citizen(NUMBER_OF_BO)];
    const { id } = await anna.start();
    const date = system.day(3);
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date, partner: NUMBER_OF_BO });
    await bo.submit(id, 'partnerConsent', 'agree', { date });
    await anna.reaches(id, 'underWay.population.awaited');
    await anna.submit(id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });
    await anna.reaches(id, 'underWay.doctor.settled');
    return { system, anna, bo, id };
  } catch (error) {
    await system.close();
    throw error;
  }
}
