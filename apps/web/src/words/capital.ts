/** Words of ours at the beginning of a line; what somebody wrote stands as they wrote it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
