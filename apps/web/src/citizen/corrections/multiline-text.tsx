/** What somebody has written, line by line. */
export function MultilineText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
    </>
  );
}
