import { join } from 'node:path';

/** Where everything of one embedded cluster lives inside the data folder. */
export interface ClusterLayout {
  readonly dataFolder: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Password and port; mode 0600. */
  readonly state: string;
  readonly log: string;
  /** Lock and leases of the processes that use the server. */
  readonly leases: string;
  /** Links to shared libraries, only used when the package's own folder cannot be written to. */
  readonly libraries: string;
  /** A cluster in the making lives in `<this>XXXXXX` until it is complete. */
  readonly makingPrefix: string;
}

/** The layout for a data folder, which must be an absolute, real path. */
export function layoutOf(dataFolder: string): ClusterLayout {
  return {
    dataFolder,
    cluster: join(dataFolder, 'postgres'),
    state: join(dataFolder, 'postgres.json'),
    log: join(dataFolder, 'postgres.log'),
    leases: join(dataFolder, 'postgres.leases'),
    libraries: join(dataFolder, 'postgres.lib'),
    makingPrefix: join(dataFolder, 'postgres.new-'),
  };
}
