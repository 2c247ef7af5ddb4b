import { type Told } from './told.js';
import { withReceipts } from './with-receipts.js';

const payment = (entry: number, over: Partial<Told> = {}): Told => ({
  is: 'payment',
  source: 'familieretshuset.applyDivorce',
  authority: 'familieretshuset',
  state: 'applying',
  entry,
  item: 0,
  at: entry,
  to: 'authority',
  ...over,
});
const receipt = (entry: number, over: Partial<Told> = {}): Told =>
  payment(entry, { source: 'familieretshuset.payFee', paid: true, reference: 'K-1', ...over });

describe('payments and their receipts', () => {
  it('are one once there is a receipt, which says how much it was', () => {
    const owed = payment(1, { amount: 825, day: '2026-01-31' });
    expect(withReceipts([receipt(2), owed])).toEqual([receipt(2, { amount: 825 })]);
  });

  it('are settled one by one', () => {
    const [first, second] = [payment(1, { amount: 825 }), payment(2, { amount: 500 })];
    expect(withReceipts([receipt(3), second, first])).toEqual([receipt(3, { amount: 500 }), first]);
    expect(withReceipts([receipt(4), receipt(3), second, first])).toEqual([
      receipt(4, { amount: 825 }),
      receipt(3, { amount: 500 }),
    ]);
  });

  it.each<[string, Partial<Told>]>([
    ['of another authority', { source: 'kommune.assessLateNotice', amount: 1000 }],
    ['that come again and again', { every: 'month', amount: 300 }],
    ['to the citizen', { to: 'citizen', amount: 300 }],
  ])('leave alone those %s', (_, over) => {
    const other = payment(1, over);
    expect(withReceipts([receipt(2), other])).toEqual([receipt(2), other]);
  });

  it('leave alone what came after the receipt', () => {
    const later = payment(3, { amount: 500 });
    expect(withReceipts([later, receipt(2)])).toEqual([later, receipt(2)]);
  });
});
