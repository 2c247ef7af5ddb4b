import { SAMPLE_JOURNEYS } from '../e2e/api/system.js';
import { CuttingProxy } from './cutting-proxy.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor, type VisitorOptions } from './visitor.js';

/** Faces whose way to the API can be cut. */
export interface FacesBehindProxy extends FacesUnderTest {
  readonly proxy: CuttingProxy;
  /** Anna, without scripts, at a page. */
  annaAt(path: string, options?: VisitorOptions): Promise<Visitor>;
}

export async function startFacesBehindProxy(): Promise<FacesBehindProxy> {
  let proxy: CuttingProxy;
  const faces = await startFaces(SAMPLE_JOURNEYS, {
    before: async api => (proxy = await CuttingProxy.to(api)),
  });
  return {
    ...faces,
    proxy: proxy!,
    annaAt: async (path, options = {}) => {
      const anna = await faces.visitor('anna', { unscripted: true, ...options });
      await anna.goTo(path);
      return anna;
    },
  };
}
