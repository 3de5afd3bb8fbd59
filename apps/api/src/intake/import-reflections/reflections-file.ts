import { failure, parseReflection, type LocalDate, type PitfallCatalogue, type ReflectionFault, type Result, type SubmittedReflection } from '@rolvast/domain';
import type { FileFault } from '../source-file/file-fault.js';
import { openSourceFile, type SourceFile } from '../source-file/source-file.js';
import { UNREGISTERED_SOURCE, type SourceSettings } from '../source-file/source-settings.js';

export { FileRefused, type FileFault } from '../source-file/file-fault.js';

/** A file of reflections whose header is understood. */
export type ReflectionsFile = SourceFile;

/** One row of a reflections file: the line it begins on, and the reflection or every rule it broke. */
export interface ReflectionRow {
  readonly line: number;
  readonly parsed: Result<SubmittedReflection, readonly ReflectionFault[]>;
}

/** Opens a file of reflections; see openSourceFile for what is accepted. */
export function openReflectionsFile(path: string, settings: SourceSettings = UNREGISTERED_SOURCE): Promise<Result<ReflectionsFile, FileFault>> {
  return openSourceFile(path, settings, 'reflections');
}

/**
 * The reflections of a file, one at a time.
 *
 * @param today the date in the Netherlands.
 * @param pitfalls the pitfalls, with their sub-types, that a file may hold.
 * @param linkedFrom see DeliveryRules.
 * @throws FileRefused, as the rows of the file do.
 */
export async function* readReflections(
  file: SourceFile,
  today: LocalDate,
  pitfalls: PitfallCatalogue,
  linkedFrom: LocalDate | null = null,
): AsyncGenerator<ReflectionRow> {
  const rules = { hasOwnNumbering: file.settings.hasOwnNumbering, linkedFrom };
  for await (const { line, cells, faults } of file.rows()) {
    const parsed = parseReflection(cells, today, pitfalls, rules);
    if (faults.length === 0) yield { line, parsed };
    else yield { line, parsed: failure([...faults, ...(parsed.ok ? [] : withoutRepeats(parsed.fault, faults))]) };
  }
}

/** A value that could not become a cell reads as empty; that it is then missing need not be said as well. */
function withoutRepeats(later: readonly ReflectionFault[], earlier: readonly ReflectionFault[]): readonly ReflectionFault[] {
  return later.filter((fault) => !earlier.some(({ column }) => column === fault.column));
}
