import { Module } from '@nestjs/common';
import { KeepImporterTokensService } from './importer-tokens/keep-importer-tokens.service.js';

/** Keeps what decides who may do what. For the command line: the server can't make a token. */
@Module({ providers: [KeepImporterTokensService], exports: [KeepImporterTokensService] })
export class AccessModule {}
