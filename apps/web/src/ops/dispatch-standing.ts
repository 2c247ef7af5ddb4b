/** Whether a dispatch is to be sent, or was given up. */
export const mayBeRetried = (status: string): boolean => status === 'pending' || status === 'parked';

/** Whether somebody waits for it. */
export const isUnsettled = (status: string): boolean => mayBeRetried(status) || status === 'accepted';
