import { resolve } from 'node:path';

/**
 * The formatter of the project, which is installed for development and so not in production: there, text stays as it is.
 *
 * @param file path of the file, by which the settings that apply to it are found; those of this project where there are none
 */
export async function prettyYaml(file: string, text: string): Promise<string> {
  const prettier = await import('prettier').catch(() => undefined);
  if (!prettier) return text;
  try {
    const settings =
      (await prettier.resolveConfig(file)) ?? (await prettier.resolveConfig(resolve('journeys/x.yaml')));
    return await prettier.format(text, { ...settings, parser: 'yaml' });
  } catch {
    // What is no YAML cannot be formatted; the check tells of it.
    return text;
  }
}
