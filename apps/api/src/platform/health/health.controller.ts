import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readiness, type Unready } from './readiness.js';

/** Tells whoever watches over the process whether it lives and whether it can answer. Never waits for anything. */
@Controller('health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 while the database answers and nobody asked the process to stop, else 503 with the reason. */
  @Get('ready')
  ready(@Res({ passthrough: true }) response: Response): { status: 'ok' | NonNullable<Unready> } {
    const unready = this.readiness.unready();
    if (unready === null) return { status: 'ok' };
    response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: unready };
  }
}
