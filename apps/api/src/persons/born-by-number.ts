import { type IsoDate, isIsoDate } from '#calendar';

/** What two digits of a year mean with this seventh digit: years of the 21st century below a limit, of an earlier one from it on. */
interface Centuries {
  readonly below: number;
  readonly earlier: number;
}

const TWENTIETH: Centuries = { below: 0, earlier: 1900 };
const FROM_1937: Centuries = { below: 37, earlier: 1900 };
const TO_2057: Centuries = { below: 58, earlier: 1800 };

function centuriesOf(seventh: number): Centuries {
  if (seventh < 4) return TWENTIETH;
  return seventh === 4 || seventh === 9 ? FROM_1937 : TO_2057;
}

/**
 * The day of birth that a CPR number says; undefined when it says none. The seventh digit tells the century (CPR-kontoret,
 * "Personnummeret i CPR"). A replacement number, with a day above 60, follows no such rule: of it, the latest that is not to come.
 *
 * @param number ten digits
 */
export function bornByNumber(number: string, today: IsoDate): IsoDate | undefined {
  const [day, month, year] = [0, 2, 4].map(at => Number(number.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const isReplacement = day > 60;
  const dayIn = (century: number): IsoDate =>
    `${century + year}-${padded(month)}-${padded(isReplacement ? day - 60 : day)}`;
  const { below, earlier } = centuriesOf(Number(number[6]));
  const isRecent = isReplacement ? dayIn(2000) <= today : year < below;
  const born = dayIn(isRecent ? 2000 : isReplacement ? 1900 : earlier);
  return isIsoDate(born) ? born : undefined;
}

const padded = (part: number): string => String(part).padStart(2, '0');
