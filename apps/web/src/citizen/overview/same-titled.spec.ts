import { sameTitled } from './same-titled.js';

describe('what is called the same in a list', () => {
  const item = (journey: string, title: string) => ({ journey: { id: journey } as never, title });

  it('is what another of the same journey shares its title with', () => {
    const [funeral, pension, home, other] = [
      item('a', 'Money for you'),
      item('a', 'Money for you'),
      item('a', 'The home'),
      item('b', 'Money for you'),
    ] as const;
    expect([...sameTitled([funeral, pension, home, other])]).toEqual([funeral, pension]);
  });
});
