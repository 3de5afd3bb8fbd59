import type { ReflectionFault } from '@rolvast/domain';
import type { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { StagedRowWriter } from '../reflection-store/reflection-row.js';
import type { CopyPiece } from '../reflection-store/reflection.store.js';
import { MAX_REJECTIONS, type Received, type Rejection } from './import-report.js';
import type { ReadRow } from './row-reader.js';

/** Ends the stream of rows when a strict delivery shows its faults; what was found goes into the report. */
export class RefusedAsStrict extends Error {
  constructor(readonly received: Received) {
    super('a strict delivery has rows that are refused');
  }
}

/** What the rows of a delivery are held against. */
export interface DoorRules {
  readonly teamIds: ReadonlyMap<string, number>;
  readonly pseudonymiser: Pseudonymiser;
  readonly isStrict: boolean;
}

/** One delivery on its way in: counts, rejects, and hands on COPY text that holds pseudonyms only. */
export class DeliveryRows {
  private read = 0;
  private rejected = 0;
  private readonly rejections: Rejection[] = [];
  private readonly writer: StagedRowWriter;

  constructor(
    private readonly batches: AsyncIterable<readonly ReadRow[]>,
    private readonly rules: DoorRules,
  ) {
    this.writer = new StagedRowWriter(rules.pseudonymiser);
  }

  /** The good rows of the delivery, one piece for each batch that was read. @throws RefusedAsStrict at the end, FileRefused as the batches do. */
  async *pieces(): AsyncGenerator<CopyPiece> {
    for await (const batch of this.batches) {
      const piece = this.pieceOf(batch);
      // A strict delivery that has shown a fault is read to its end for the report, and stored no more.
      if (piece.rows > 0 && !this.isRefused()) yield piece;
    }
    if (this.isRefused()) throw new RefusedAsStrict(this.received());
  }

  received(): Received {
    return { read: this.read, rejected: this.rejected, rejections: this.rejections };
  }

  private isRefused(): boolean {
    return this.rules.isStrict && this.rejected > 0;
  }

  private pieceOf(batch: readonly ReadRow[]): CopyPiece {
    let text = '';
    let rows = 0;
    for (const { line, parsed } of batch) {
      this.read += 1;
      if (!parsed.ok) {
        this.reject(line, parsed.fault);
        continue;
      }
      const teamId = this.rules.teamIds.get(parsed.value.teamCode);
      if (teamId === undefined) throw new Error('a row of a team that is not there was not refused');
      text += this.writer.lineOf(line, parsed.value, teamId);
      rows += 1;
    }
    // Bytes, because a text that was put together of many pieces keeps all of them in memory until it is written.
    return { bytes: Buffer.from(text), rows };
  }

  private reject(line: number, faults: readonly ReflectionFault[]): void {
    this.rejected += 1;
    const found = faults.slice(0, MAX_REJECTIONS - this.rejections.length);
    this.rejections.push(...found.map(({ column, code, expected }) => ({ line, column, rule: code, expected })));
  }
}
