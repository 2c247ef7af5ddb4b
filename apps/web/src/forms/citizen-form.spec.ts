import { type TaskDocument } from '../rest/documents.js';
import { CitizenForm } from './citizen-form.js';

/** A form that asks for a day and for some of the children who are offered. */
function form(children: readonly string[], required: readonly string[] = ['children']): CitizenForm {
  const properties = {
    day: { type: 'string', format: 'date' },
    children: { type: 'array', items: { type: 'string' } },
  };
  return new CitizenForm({
    form: { schema: { type: 'object', required, properties }, texts: { fields: {} } },
    choices: { children: children.map(value => ({ value, label: `Child ${value}` })) },
  } as unknown as TaskDocument);
}

const asked = (of: CitizenForm, data = {}) =>
  of.pages(data).flatMap(({ fields }) => fields.map(({ name }) => name));

describe('a form', () => {
  it('asks to choose among what is offered', () => {
    expect(asked(form(['ida']), { children: [] })).toEqual(['day', 'children']);
  });

  it('does not ask to choose where nothing is offered', () => {
    expect(asked(form([]), { children: [] })).toEqual(['day']);
    expect(asked(form([], []))).toEqual(['day']);
  });

  it('has no room on paper to choose where nothing is offered', () => {
    const onPaper = (of: CitizenForm) => of.everyField({ children: [] }).map(({ name }) => name);
    expect(onPaper(form(['ida']))).toEqual(['day', 'children']);
    expect(onPaper(form([]))).toEqual(['day']);
  });

  it('still asks when there must be an answer and there is none, and where it asks for nothing else', () => {
    expect(asked(form([]))).toEqual(['day', 'children']);
    const alone = new CitizenForm({
      form: {
        schema: { type: 'object', properties: { children: { type: 'array' } } },
        texts: { fields: {} },
      },
      choices: { children: [] },
    } as unknown as TaskDocument);
    expect(asked(alone, { children: [] })).toEqual(['children']);
  });
});
