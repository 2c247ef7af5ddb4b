/** The words of the calendar's private address in Danish. */
export const DANISH_CALENDAR = {
  title: 'Frister og aftaler i din egen kalender',
  text: 'Du kan få dine frister og aftaler vist i kalenderen på din telefon eller computer. Du får en privat adresse, som du sætter ind i kalenderen.',
  whoever: 'Alle, der har adressen, kan læse dine frister og aftaler. Giv den ikke til andre.',
  since: (day: string) => `Du lavede adressen ${day}.`,
  make: 'Lav en privat adresse',
  again: 'Lav en ny adresse',
  againText: 'Laver du en ny adresse, holder den gamle op med at virke.',
  withdraw: 'Luk adressen',
  withdrawn: 'Adressen er lukket. Kalenderen kan ikke længere hente dine frister og aftaler.',
  madeTitle: 'Din private adresse',
  madeText: 'Kopiér adressen nu. Vi viser den kun denne ene gang.',
  how: 'Sæt den ind i din kalender der, hvor du kan tilføje eller abonnere på en kalender fra en adresse på nettet.',
  address: 'Adresse',
  back: 'Til indstillinger',
  forYourself: 'Når du handler for en anden, kan du ikke lave en adresse til deres kalender.',
};
