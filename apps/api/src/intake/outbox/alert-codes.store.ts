import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { TAKE_CODES } from './alert-outbox.sql.js';

/** The code of an alert that a line of a delivery raised. */
export interface RaisedCode {
  /** Line of the file; 1 for a single reflection. */
  readonly line: number;
  readonly code: string;
}

/** Codes of alerts that wait for the source system that delivered. */
@Injectable()
export class AlertCodesStore {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  /** Hands out the codes that a delivery raised, once: whoever asks again gets none. Empty for another token than the one that delivered, and before the delivery is done. */
  take(organisationId: number, jobId: string, tokenId: string): Promise<readonly RaisedCode[]> {
    return this.source.query<RaisedCode[]>(TAKE_CODES, [organisationId, jobId, tokenId]);
  }
}
