import { startTestCluster, TEST_CLUSTER_VARIABLE } from './dist/testing/index.js';

/** Starts the cluster of the run; the workers find it in their environment. */
export default async function setUp() {
  const { cluster, stop } = await startTestCluster();
  process.env[TEST_CLUSTER_VARIABLE] = JSON.stringify(cluster);
  globalThis.stopTestCluster = stop;
}
