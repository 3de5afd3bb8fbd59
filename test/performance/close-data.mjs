/** Adds an organisation of teams of ten professionals, twenty teams to a region. */
export async function addTeams(admin, teams, fingerprint) {
  await admin.query("INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ('bench', 'Bench', $1)", [fingerprint]);
  await admin.query(`INSERT INTO intake.region (organisation_id, code, name)
                     SELECT organisation_id, 'region-' || number, 'Region' FROM intake.organisation, generate_series(0, ($1::int - 1) / 20) AS number`, [teams]);
  await admin.query(`INSERT INTO intake.team (organisation_id, code, name, care_form, valid_from)
                     SELECT organisation_id, 'team-' || number, 'Team', CASE WHEN number % 2 = 0 THEN 'support' ELSE 'treatment' END, '2024-01-01'
                       FROM intake.organisation, generate_series(0, $1::int - 1) AS number`, [teams]);
  await admin.query(`INSERT INTO intake.team_period (organisation_id, team_id, valid_from, region_id, professionals)
                     SELECT team.organisation_id, team_id, '2024-01-01', region_id, 10
                       FROM intake.team JOIN intake.region ON region.code = 'region-' || (substring(team.code FROM 6)::int / 20)`);
}

/** A choice from a list by a number that looks like chance and is the same every time. */
function pick(seed, ...choices) {
  return `(ARRAY[${choices.join(', ')}])[1 + abs(hashint4(number * 31 + team_id * 7 + ${seed})) % ${choices.length}]`;
}

/** Thirty reflections for each of the first teams, in every way filled in as in an ordinary month. @returns how many. */
export async function deliverMonth(admin, month, teams) {
  const bytes = (text) => `sha256(convert_to(${text}, 'UTF8'))`;
  const { rowCount } = await admin.query(
    `INSERT INTO intake.reflection (organisation_id, reflection_pseudonym, revision, status, team_id, contributor_pseudonym, case_pseudonym, reflected_on, content_hash,
       legal_frame, target_group, agencies_involved, pitfalls, role_definition, role_awareness, role_taking, role_steadfastness, felt_responsibility, real_influence,
       powerlessness_felt, powerlessness_acknowledged, referrer, questions_compared, onward_referral, agencies_disagree, round_table, extra_hours, extra_hours_by, extra_hours_reason,
       extra_hours_effect, minors_involved, child_seen, child_spoken, child_safety_discussed, boundary_crossed, boundary_voiced, discussed_in)
     SELECT organisation_id, ${bytes("$1::text || ':' || team_id || ':' || number")}, 1, 'final', team_id, ${bytes("'p' || team_id || ':' || number % 9")}, ${bytes("'c' || team_id || ':' || number % 21")},
            ($1 || '-01')::date + number % 28, ${bytes("'h' || number")},
            ${pick(1, "'voluntary'", "'voluntary'", "'involuntary'", "'mixed'", 'NULL')}, ${pick(2, "'lvb'", "'psychiatric'", "'other'", 'NULL')}, ${pick(3, 0, 2, 4, 7, 'NULL')},
            string_to_array(${pick(4, "''", "''", "'POWERLESSNESS'", "'BOUNDARIES'", "'COALITION:WITH_PROFESSIONAL'", "'POWERLESSNESS,TRIANGULATION'", "'PRESCRIBED'", 'NULL')}, ','),
            ${pick(5, 1, 2, 3, 4, 5)}, ${pick(6, 2, 3, 4, 5)}, ${pick(7, 1, 3, 4, 5)}, ${pick(8, 2, 4, 5)}, ${pick(9, 3, 4, 5)}, ${pick(10, 1, 2, 3, 4)},
            ${pick(11, 'true', 'false', 'false')}, ${pick(12, 'true', 'false', 'NULL')}, ${pick(13, "'municipality'", "'municipality'", "'gp'", "'court'", "'self'", 'NULL')},
            ${pick(14, "'same'", "'same'", "'reconciled'", "'not_reconciled'", "'not_compared'")}, ${pick(15, "'none'", "'none'", "'indicated'", "'powerlessness'")}, ${pick(16, 'true', 'false', 'false')}, ${pick(17, "'held'", "'not_held'", 'NULL')},
            ${pick(18, 4, 2, 0, 0, 'NULL')}, ${pick(19, "'municipality'", "'manager'")}, ${pick(20, "'crisis'", "'new_question'", "'powerlessness'")}, ${pick(21, "'more_influence'", "'no_change'")},
            ${pick(22, 'true', 'true', 'false')}, ${pick(23, 'true', 'true', 'true', 'false')}, ${pick(24, "'yes'", "'yes'", "'no'")}, ${pick(25, 'true', 'true', 'NULL')}, ${pick(26, 'true', 'false', 'false')}, ${pick(27, 'true', 'false')}, ${pick(28, "'none'", "'supervision'")}
       FROM (SELECT organisation_id, team_id FROM intake.team ORDER BY team_id LIMIT $2) team, generate_series(1, 30) AS number`,
    [month, teams],
  );
  return rowCount;
}
