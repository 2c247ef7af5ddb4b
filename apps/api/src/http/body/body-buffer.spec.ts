import { BodyBuffer } from './body-buffer.js';

describe('the buffer of bodies on their way', () => {
  it('makes room by letting go of the one that has taken longest', () => {
    const buffer = new BodyBuffer(10);
    const gone: string[] = [];
    const enter = (name: string) => buffer.enter(() => void gone.push(name));
    const [idle, first, second, third] = [enter('idle'), enter('first'), enter('second'), enter('third')];
    first.grow(4);
    second.grow(4);
    third.grow(2);
    expect(gone).toEqual([]);
    third.grow(1);
    expect(gone).toEqual(['first']);
    first.grow(100);
    third.grow(3);
    expect(gone).toEqual(['first']);
    third.grow(1);
    expect(gone).toEqual(['first', 'second']);
    idle.leave();
    idle.grow(100);
    third.leave();
    third.leave();
    enter('next').grow(10);
    expect(gone).toEqual(['first', 'second']);
  });
});
