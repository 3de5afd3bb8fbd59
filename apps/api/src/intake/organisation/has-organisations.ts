import pg from 'pg';

/** Whether a database holds any organisation, asked before anything else is set up. */
export async function hasOrganisations(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'rolvast key check' });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM intake.organisation) AS found');
    return rows[0]?.found ?? false;
  } finally {
    await client.end();
  }
}
