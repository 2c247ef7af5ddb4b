/**
 * Easter Sunday of a year of the Gregorian calendar, by the method that Meeus ("Astronomical Algorithms", chapter 8) gives.
 * The variables are the golden number, the century's corrections, and the ages of the moon.
 */
export function easter(year: number): { month: number; day: number } {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * lateMoon + 114;
  return { month: Math.floor(days / 31), day: (days % 31) + 1 };
}
