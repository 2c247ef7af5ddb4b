import { type Language, type ServiceCatalogue } from '#journey';

/**
 * What an authority is called within a sentence, outside a journey.
 *
 * @param today `YYYY-MM-DD`: one that had ended by then is also called by the name of its successor
 */
export function authorityName(
  id: string,
  catalogue: ServiceCatalogue,
  language: Language,
  today: string,
): string {
  return (catalogue.directory?.nameOf(id, today) ?? catalogue.authority(id)?.name)?.[language] ?? id;
}
