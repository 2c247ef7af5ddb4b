import { SaxesParser } from 'saxes';

export interface ScxmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ScxmlElement[];
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

/** Reads an SCXML document into a tree; comments and insignificant text fall away. */
export function parseScxml(xml: string): ScxmlElement {
  const parser = new SaxesParser();
  const top: Open = { name: '#document', attributes: {}, children: [], text: '' };
  const path = [top];
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: { ...attributes }, children: [], text: '' };
    path.at(-1)!.children.push(element);
    path.push(element);
  });
  parser.on('text', text => (path.at(-1)!.text += text));
  parser.on('cdata', text => (path.at(-1)!.text += text));
  parser.on('closetag', () => path.pop());
  parser.on('error', error => {
    throw error;
  });
  parser.write(xml.trim()).close();
  return top.children[0]!;
}

export function childrenOf(element: ScxmlElement, ...names: string[]): ScxmlElement[] {
  return element.children.filter(child => names.includes(child.name));
}
