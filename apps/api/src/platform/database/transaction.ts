import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs work in one transaction on a connection of its own.
 *
 * @param keeps whether the outcome is to be kept; if not, the transaction is rolled back and the outcome still returned.
 * @throws whatever `work` throws; then nothing was stored.
 */
export async function inTransaction<Outcome>(
  source: DataSource,
  work: (client: PoolClient) => Promise<Outcome>,
  keeps: (outcome: Outcome) => boolean = () => true,
): Promise<Outcome> {
  const runner = source.createQueryRunner();
  try {
    // TypeORM types the connection of its driver as any; with PostgreSQL it is a client of the pool.
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    const outcome = await work(client);
    if (keeps(outcome)) await runner.commitTransaction();
    else await runner.rollbackTransaction();
    return outcome;
  } catch (error) {
    // On a connection that broke there is nothing to roll back; what broke it is what the caller must hear.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
