export default async function tearDown() {
  await globalThis.overgangServers?.stop();
}
