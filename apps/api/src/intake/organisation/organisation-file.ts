import { failure, parseLocalDate, parseOrganisationCode, parseRegionCode, parseTeamCode, PLACE_CODE_FORM, success, type LocalDate, type Result } from '@rolvast/domain';
import { z } from 'zod';
import { shown } from '../source-file/file-fault.js';

/** A text that the domain reads as a code of one kind of place. */
function codeOf<Code extends string>(parse: (text: string) => Code | null) {
  return z.string().transform((text, context): Code => {
    const parsed = parse(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: `must be ${PLACE_CODE_FORM}` });
    return z.NEVER;
  });
}

const regionCode = codeOf(parseRegionCode);
const teamCode = codeOf(parseTeamCode);
const name = z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters');
const date = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'must be a date as YYYY-MM-DD or DD-MM-YYYY that exists' });
  return z.NEVER;
});

const PROFESSIONALS = 'must be a whole number from 1 to 10000';

const organisationFile = z.strictObject({
  code: codeOf(parseOrganisationCode),
  name,
  regions: z.array(z.strictObject({ code: regionCode, name })).min(1, 'must have at least one region'),
  teams: z
    .array(
      z.strictObject({
        code: teamCode,
        name,
        region: regionCode,
        careForm: z.string().regex(/^[a-z0-9_]{1,40}$/, 'must be a code of lower-case letters, digits and underscores'),
        professionals: z.int().min(1, PROFESSIONALS).max(10_000, PROFESSIONALS),
        validFrom: date,
        validTo: date.nullable(),
        publishWith: teamCode.nullable(),
      }),
    )
    .min(1, 'must have at least one team'),
});

/** An organisation as its file describes it, checked. */
export type OrganisationDescription = z.infer<typeof organisationFile>;
export type TeamDescription = OrganisationDescription['teams'][number];

export interface OrganisationFileFault {
  readonly code: 'ORGANISATION_FILE';
  /** Every fault, each with the place in the file. */
  readonly message: string;
}

/**
 * Reads an organisation file.
 *
 * Besides the form of each field: codes are unique, a team's region exists, and a team publishes with a sibling
 * that exists and publishes on its own.
 */
export function parseOrganisationFile(text: string): Result<OrganisationDescription, OrganisationFileFault> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse(['it is no JSON']);
  }
  const parsed = organisationFile.safeParse(content, { error: inOwnWords });
  if (!parsed.success) return refuse(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`));
  const faults = [...repeatedCodes('regions', parsed.data.regions), ...repeatedCodes('teams', parsed.data.teams), ...teamFaults(parsed.data)];
  return faults.length > 0 ? refuse(faults) : success(parsed.data);
}

/** What is expected in a place, for a person who edits the file; the words of the library are for programmers. */
function inOwnWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `has ${issue.keys.map((key) => `"${shown(key)}"`).join(', ')}, which an organisation file does not have: remove it`;
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'is missing, add it';
  return EXPECTED[issue.expected] ?? undefined;
}

const EXPECTED: Readonly<Partial<Record<string, string>>> = {
  string: 'must be text in quotes',
  number: PROFESSIONALS,
  int: PROFESSIONALS,
  array: 'must be a list in square brackets',
  object: 'must be an object in braces',
};

function refuse(faults: readonly string[]): Result<never, OrganisationFileFault> {
  // A key of the file can stand in a message; it must not break the line.
  const shown = faults.slice(0, 10).join('; ').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const more = faults.length > 10 ? `; and ${faults.length - 10} more` : '';
  return failure({ code: 'ORGANISATION_FILE', message: `The organisation file is not right: ${shown}${more}. Nothing was changed.` });
}

function repeatedCodes(place: string, items: readonly { readonly code: string }[]): string[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (seen.has(item.code)) return [`${place}.${index}.code: occurs twice`];
    seen.add(item.code);
    return [];
  });
}

function teamFaults({ regions, teams }: OrganisationDescription): string[] {
  const regionCodes = new Set(regions.map((region) => region.code));
  const byCode = new Map(teams.map((team) => [team.code, team]));
  return teams.flatMap((team, index) => {
    const place = `teams.${index}`;
    const faults: string[] = [];
    if (!regionCodes.has(team.region)) faults.push(`${place}.region: no such region in this file`);
    if (team.validTo !== null && team.validTo < team.validFrom) faults.push(`${place}.validTo: lies before validFrom`);
    if (team.publishWith !== null) {
      const sibling = byCode.get(team.publishWith);
      if (sibling === undefined || sibling === team) faults.push(`${place}.publishWith: must be another team of this file`);
      else if (sibling.publishWith !== null) faults.push(`${place}.publishWith: must be a team that publishes on its own`);
    }
    return faults;
  });
}
