/** Grain: organisation. Zone: publish. */
export const FIND_ORGANISATIONS = 'SELECT organisation_id AS id, code FROM intake.organisation ORDER BY code';

/** Once for each organisation and month, whichever server is first. */
export const ADD_DUE_CLOSE = 'INSERT INTO publish.due_close (organisation_id, month) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING job_id AS id';

/** Grain: the job. Index: unique job_id. */
export const FIND_DUE_ORGANISATION = 'SELECT code FROM publish.due_close JOIN intake.organisation USING (organisation_id) WHERE job_id = $1';

export const FINISH_DUE_CLOSE = "UPDATE publish.due_close SET state = 'done' WHERE job_id = $1";
