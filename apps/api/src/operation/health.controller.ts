import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Health, type Readiness } from '#telemetry';
import { Open } from '../access/access.js';
import { AlwaysAdmitted } from '../http/admission/always-admitted.js';

@Open()
@AlwaysAdmitted()
@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs; if not, start it anew' })
  @ApiOkResponse()
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether it can do its work: Postgres and the queue answer' })
  @ApiOkResponse()
  @ApiServiceUnavailableResponse({
    description: 'Something it needs does not answer; send requests elsewhere',
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    if (!readiness.ready) response.status(503);
    return readiness;
  }
}
