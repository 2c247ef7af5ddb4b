/** What went wrong with what was posted. */
export type ChannelFault = 'wayMissing' | 'addressWrong' | 'codeWrong';

/** Where each is mended. */
export const FAULT_PLACES: Readonly<Record<ChannelFault, string>> = {
  wayMissing: '#way-0',
  addressWrong: '#address',
  codeWrong: '#code',
};
