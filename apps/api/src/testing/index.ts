export { LifetimeStage } from './lifetime-stage.js';
export { createTestApp, type TestApp } from './test-app.js';
export { startTestCluster, type TestCluster } from './test-cluster.js';
export { createTestDatabase, queryOnce, TEST_CLUSTER_VARIABLE, type TestDatabase } from './test-database.js';
export { ownerDataSource } from '../platform/database/migrate.js';
export { RoundingSecret } from '../publish/ledger/rounding-secret.js';
