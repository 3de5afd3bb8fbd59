import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { declaredOperation, mayDo } from '../access/role-policy.js';
import { VIEWER_ROLES, type ViewerRole } from '../access/roles.js';
import { CARE_QUESTIONS } from '../testing/care-questions.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { queryOnce } from '../testing/test-database.js';
import { loadTwoOrganisations } from '../testing/two-organisations.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
  await loadTwoOrganisations(test);
});
afterAll(() => test.close());

const answerSchema = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional() });

const signIn = (role: ViewerRole) => test.signInAs({ organisation: 'noord', role, teams: role === 'team-manager' ? ['team-a'] : [] });

async function ask(query: string, cookie: string): Promise<z.infer<typeof answerSchema>> {
  return answerSchema.parse((await test.ask(query, {}, cookie)).body);
}

async function deeds(userNumber: number): Promise<object[]> {
  return queryOnce(test.database.adminUrl, "SELECT deed, result FROM access.audit_entry WHERE user_number = $1 AND deed LIKE '%.%' ORDER BY entry_number", [userNumber]);
}

describe('operations of care', () => {
  const cells = VIEWER_ROLES.flatMap((role) =>
    Object.keys(CARE_QUESTIONS).map((name) => {
      const operation = declaredOperation(name);
      const may = operation !== null && mayDo(role, operation);
      return { role, name, answer: may ? 'answer' : 'refuse', may };
    }),
  );
  it.each(cells)('$answer $name to a $role', async ({ role, name, may }) => {
    const { cookie, userNumber } = await signIn(role);
    const { errors } = await ask(CARE_QUESTIONS[name] ?? '', cookie);
    if (may) {
      // What is not there, not said yet, or there already is an answer as well.
      for (const { extensions } of errors ?? []) expect(['NOT_FOUND', 'PURPOSE_REQUIRED', 'CONFLICT']).toContain(extensions.code);
    } else {
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(await deeds(userNumber)).toEqual([{ deed: name, result: 'refused' }]);
    }
  });

  it('show the list of alerts to quality staff once they said why, and write both into the chain of the audit', async () => {
    const { cookie, userNumber } = await signIn('quality-staff');
    const list = CARE_QUESTIONS['Query.alertWorklist'] ?? '';
    expect(await ask(list, cookie)).toMatchObject({ errors: [{ extensions: { code: 'PURPOSE_REQUIRED' } }] });
    await ask(CARE_QUESTIONS['Mutation.giveAlertPurpose'] ?? '', cookie);
    expect(await ask(list, cookie)).toEqual({ data: { alertWorklist: { total: 0, next: null, alerts: [] } } });
    expect(await deeds(userNumber)).toEqual([{ deed: 'Mutation.giveAlertPurpose', result: 'done' }, { deed: 'Query.alertWorklist', result: 'done' }]);
  });

  it('plan a session, show it without its day, and give its calendar file', async () => {
    const { cookie } = await signIn('team-manager');
    const planned = await ask('mutation { planSupportSession(plan: { team: "team-a", kind: "supervision", plannedOn: "2026-07-08" }) { session } }', cookie);
    const { session } = z.object({ session: z.number() }).parse(planned.data?.['planSupportSession']);
    expect(await ask('{ supportSessions(fromWeek: "2026-W28", throughWeek: "2026-W28") { kind plannedWeek plannedOn } }', cookie)).toEqual({ data: { supportSessions: [{ kind: 'supervision', plannedWeek: '2026-W28', plannedOn: null }] } });
    expect(await ask(`{ sessionCalendar(session: ${session}) }`, cookie)).toMatchObject({ data: { sessionCalendar: expect.stringContaining('20260708') } });
    expect(await ask('mutation { planSupportSession(plan: { team: "team-b", kind: "supervision", plannedOn: "2026-07-08" }) { session } }', cookie)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('say what is wrong with what was given, and repeat none of it', async () => {
    const { cookie } = await signIn('quality-staff');
    const refused = await ask('mutation { giveAlertPurpose(purpose: "Vraag over 111222333 vandaag") }', cookie);
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(JSON.stringify(refused)).not.toContain('111222333');
    expect(test.log.join('\n')).not.toContain('111222333');
  });
});
