/** Ends what the set-up started, in the same process. */
export default async function tearDown() {
  await globalThis.stopTestCluster();
}
