import { useWords } from '../http/visit.js';

interface AttachedProps {
  readonly field: string;
  readonly names: readonly string[];
}

/** Name of the button that takes a document away; its value is the field. */
export const DETACH = 'detach';

/** The documents that are attached to a field; the last can be taken away, so that the others keep their places. */
export function Attached({ field, names }: AttachedProps) {
  const words = useWords();
  if (names.length === 0) return null;
  return (
    <ul class="attached nobullet-list">
      {names.map((name, index) => (
        <li key={`${index} ${name}`}>
          {name}{' '}
          {index === names.length - 1 && (
            <button type="submit" class="function-link" name={DETACH} value={field}>
              {words.form.detach}
              <span class="sr-only"> {name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
