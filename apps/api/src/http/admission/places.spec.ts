import { EventEmitter } from 'node:events';
import { type Response } from 'express';
import { Places } from './places.js';
import { type ShedLoad } from './shed-load.js';

describe('places', () => {
  const counted: string[] = [];
  const shed = { count: (reason: string) => void counted.push(reason) } as unknown as ShedLoad;
  const response = (): Response => new EventEmitter() as unknown as Response;
  const full = { code: 'unavailable', headers: { 'Retry-After': '1' } };

  it('are so many of each kind, and none can take those of another', () => {
    const places = new Places(2, shed);
    for (let i = 0; i < 2; i += 1) places.take('public', response());
    expect(() => places.take('public', response())).toThrow(expect.objectContaining(full));
    places.take('signed-in', response());
    places.take('authority', response());
    expect(counted.splice(0)).toEqual(['public']);
  });

  it('are free again when the work is done and the answer taken, or given back before', () => {
    const places = new Places(1, shed);
    const [first, second] = [response(), response()];
    const done = places.take('signed-in', first);
    expect(() => places.take('signed-in', second)).toThrow(expect.objectContaining(full));
    first.emit('close');
    expect(() => places.take('signed-in', second)).toThrow(expect.objectContaining(full));
    done();
    places.take('signed-in', second);
    places.leave(second);
    places.take('signed-in', response());
    // That it ends later frees no other's place.
    second.emit('close');
    expect(() => places.take('signed-in', response())).toThrow(expect.objectContaining(full));
  });

  it('are not for those who have gone', () => {
    const places = new Places(1, shed);
    const gone = Object.assign(response(), { destroyed: true });
    expect(() => places.take('public', gone)).toThrow(expect.objectContaining({ code: 'malformed-request' }));
    places.take('public', response());
  });
});
