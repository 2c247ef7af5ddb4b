/** Why somebody cannot cancel: nobody ever can, others can, it is too late, or it has ended. */
export const UNCANCELLABLE = ['never', 'notYours', 'tooLate', 'over'] as const;
export type Uncancellable = (typeof UNCANCELLABLE)[number];
